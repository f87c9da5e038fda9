"""In which file a form for a change finds what a record says now: some tens of records stand in each.

Called by the view of the form and by the pipeline, which writes the files. `components/form/now.js` finds the file of
a record in the same way; a test holds the two together.
"""

from socialmap.catalogue import Catalogue
from socialmap.model import RecordType
from socialmap.views.routes import Routes

SIZE = 32
FNV_START, FNV_PRIME, FNV_BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def part_count(kind: RecordType, catalogue: Catalogue) -> int:
    """How many files the records of a type are divided over: a power of two, so that it seldom changes."""
    count, records = 1, len(catalogue.records(kind))
    while count * SIZE < records:
        count *= 2
    return count


def part_of(name: str, count: int) -> int:
    """The number of the file that the record with this id is in (the 32-bit FNV-1a hash of the id)."""
    found = FNV_START
    for byte in name.encode():
        found = (found ^ byte) * FNV_PRIME & FNV_BITS
    return found % count


def part_pattern(word: str, *, routes: Routes, language: str) -> str:
    """Where the files of the form with this word stand, with the hole `{part}` for their number."""
    return f"{routes.route('form_change', word, language=language).removesuffix('.html')}/{{part}}.json"
