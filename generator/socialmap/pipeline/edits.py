"""The files of a data folder as they become while several changes are made to them; nothing is written.

Called by all that changes records where they stand: confirming, spreadsheets and translations taken back.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from socialmap.edit.diffs import Edit
from socialmap.pipeline.fixing import encoding_of


@dataclass(slots=True)
class Edits:
    """The changes so far below a folder, by file; each keeps the encoding its file has."""

    root: Path
    by_file: dict[str, Edit] = field(default_factory=dict)

    def text(self, file: str) -> str:
        """The text of a file as it is so far; empty for one that is not there."""
        return self._edit(file).after

    def put(self, file: str, text: str) -> bool:
        """The text of a file as it becomes; whether that is another than before."""
        edit = self._edit(file)
        self.by_file[file] = replace(edit, after=text)
        return text != edit.after

    def made(self) -> tuple[Edit, ...]:
        """The edits of the files that become different, by file."""
        return tuple(sorted(edit for edit in self.by_file.values() if edit.before != edit.after))

    def _edit(self, file: str) -> Edit:
        if file not in self.by_file:
            path = self.root / file
            content = path.read_bytes() if path.exists() else b""
            encoding = encoding_of(content) or "utf-8"
            text = content.decode(encoding)
            self.by_file[file] = Edit(file, text, text, encoding)
        return self.by_file[file]
