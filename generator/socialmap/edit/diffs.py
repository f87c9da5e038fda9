"""What changes in files, as a unified diff that people know from every code host; called by the command line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A file with its text before and after, by its path as the reader knows it; `encoding` is that of its bytes."""

    file: str
    before: str
    after: str
    encoding: str = "utf-8"

    @property
    def content(self) -> bytes:
        """The bytes of the file as it becomes."""
        return self.after.encode(self.encoding)


def write_diff(edits: Iterable[Edit]) -> str:
    """The diff of all edits, sorted by file; empty when nothing changes."""
    return "".join(line for edit in sorted(edits) for line in _diff(edit))


def _diff(edit: Edit) -> Iterator[str]:
    before, after = (_lines(text) for text in (edit.before, edit.after))
    for line in unified_diff(before, after, f"a/{edit.file}", f"b/{edit.file}", n=1):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines as people see them: a Windows line end is shown as any other."""
    return text.replace("\r\n", "\n").splitlines(keepends=True)
