"""What is asked of an import; made by the pipeline, read by `run` and `reading`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from socialmap.imports.abroad import Write, as_it_is
from socialmap.imports.shaping import Words
from socialmap.imports.writing import Target

Kind = Literal["csv", "xlsx", "hsds"]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: the kind of source, the file or folder, the mapping as read from YAML, and the data folder.

    `language` is the one that the target's texts have without a mark; `words` is how its editors write keys, and
    `write_phone` how a number of the source's country is called from theirs.
    """

    kind: Kind
    source: Path
    mapping: object
    mapping_file: str
    into: Path
    words: Words
    language: str = "nl"
    replace: bool = False
    write_phone: Write = as_it_is

    @property
    def target(self) -> Target:
        """Where the records go."""
        return Target(self.into, self.words, self.language)
