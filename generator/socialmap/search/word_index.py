"""The word index of one language: which words stand where, small enough to answer while a resident is typing.

`core.js` holds the words of names; it is all that a first suggestion needs, with the few files it points to.
`more.js` holds what full results need beside it: the words of summaries, synonyms, and who stands under what; `full.js`
where words of the full texts stand, `facets.js` which services have what residents can choose, `texts.js` how the
full-text engine calls each service, and a folder named after their order each one's card. All are modules, so that a
page needs no more rights than its scripts have. Read by `components/search/index.js`; called by the pipeline.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from socialmap.search.coding import write_rising, write_words
from socialmap.search.entries import IndexEntry, SynonymGroup
from socialmap.search.record import SearchRecord
from socialmap.search.text_words import text_files, text_places
from socialmap.text.tokens import tokens
from socialmap.text.words import slugify

SERVICE = "service"
NAMES_IN_FILE = 12
SMALL, LARGE = 1000, 4000  # letters in a file of places: what suggestions wait for, and what comes with results
SEAM = "|"
LIGHT = "*"
COMMON = (4.4, 5.0, 5.6)  # on the Zipf scale: each step is a mark, as a word of every day says less
MARKS_OF_LIGHT = 2
FIELDS = ("name", "also", "summary")
LONGEST_NAME = 5

Split = Callable[[str], tuple[str, ...]]
Scale = Callable[[str], float]
Places = Mapping[str, Mapping[str, list[int]]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a language: how words fall apart, how common they are, which say nothing, little or the same."""

    split: Split
    scale: Scale
    stop: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    synonyms: tuple[SynonymGroup, ...] = ()


def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing by themselves; none for a language without a list."""
    return _listed("stop_words", language)


def light_words(language: str) -> frozenset[str]:
    """The words of a language that say little of what someone looks for, as everybody may say them of anything."""
    return _listed("light_words", language)


def _listed(folder: str, language: str) -> frozenset[str]:
    path = Path(__file__).parent / folder / f"{language}.txt"
    return frozenset(word for word in tokens(path.read_text("utf-8"))) if path.is_file() else frozenset()


def build_word_index(
    entries: Iterable[IndexEntry], records: Iterable[SearchRecord], *, language: str, knowledge: Knowledge
) -> dict[str, bytes]:
    """The files of the index by name; `records` are the services as the full-text index has them.

    Services are numbered in the order of their routes; what they stand under comes after.
    """
    ordered = _ordered(entries)
    services = [entry for entry in ordered if entry.kind == SERVICE]
    places = _places(ordered, knowledge.stop)
    of_names = sorted(word for word, fields in places.items() if fields.keys() & {"name", "also"})
    of_texts = sorted(places.keys() - set(of_names))
    marked = _marker(knowledge)
    files: dict[str, bytes] = {}
    shown = sorted(records, key=lambda record: record.url)
    order = _order(ordered)
    core = {
        "language": language,
        "order": order,
        "kinds": [[kind, len(found), *_frame(found)] for kind, found in _by_kind(ordered)],
        "lengths": "".join(str(_length(entry.name, knowledge.stop)) for entry in services),
        "old": write_rising([number for number, entry in enumerate(services) if entry.old]),
        "stop": " ".join(sorted(knowledge.stop)),
        **_words(files, of_names, places, marked, most=SMALL),
    }
    more = {
        **_words(files, of_texts, places, marked, most=LARGE),
        "under": _members(ordered, services),
        "synonyms": _synonyms(knowledge, places.keys()),
    }
    cards = {f"{order}/{at}.js": _module({"url": one.url, "meta": one.meta}) for at, one in enumerate(shown)}
    names = {f"{order}/n{at}.js": _module(_names(part)) for at, part in enumerate(_chunks(ordered, NAMES_IN_FILE))}
    full = _full(files, text_places(shown, known=places, stop=knowledge.stop))
    whole = {"core": core, "more": more, "facets": _facets(shown), "full": full}
    return {**files, **cards, **names, **{f"{name}.js": _module(value) for name, value in whole.items()}}


def text_names(names: Mapping[str, str]) -> bytes:
    """The file that says how the full texts call each service, from those names by route."""
    return _module(" ".join(names[url] for url in sorted(names)))


def _order(entries: Sequence[IndexEntry]) -> str:
    """A name for the order of all entries: files that are numbered by it stand in a folder of that name."""
    told = "\n".join(f"{entry.url} {entry.name}" for entry in entries)
    return hashlib.blake2b(told.encode(), digest_size=4).hexdigest()


def _facets(records: Sequence[SearchRecord]) -> dict[str, dict[str, str]]:
    """Per facet and value the numbers of the services that have it."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, record in enumerate(records):
        for facet, values in record.filters.items():
            for value in dict.fromkeys(values):
                found.setdefault(facet, {}).setdefault(value, []).append(number)
    return {
        facet: {value: write_rising(all_) for value, all_ in sorted(values.items())} for facet, values in found.items()
    }


def _ordered(entries: Iterable[IndexEntry]) -> list[IndexEntry]:
    found = list(entries)
    kinds = sorted({entry.kind for entry in found} - {SERVICE})
    order = {kind: at for at, kind in enumerate((SERVICE, *kinds))}
    return sorted(found, key=lambda entry: (order[entry.kind], "/" + entry.url))


def _by_kind(ordered: Sequence[IndexEntry]) -> list[tuple[str, list[IndexEntry]]]:
    return [(kind, list(found)) for kind, found in groupby(ordered, key=lambda entry: entry.kind)]


def _frame(entries: Sequence[IndexEntry]) -> tuple[str, str]:
    """The folder and the ending of the routes of one kind."""
    path = PurePosixPath(entries[0].url)
    folder = "" if str(path.parent) == "." else f"{path.parent}/"
    return folder, path.suffix


def _places(ordered: Sequence[IndexEntry], stop: frozenset[str]) -> dict[str, dict[str, list[int]]]:
    """Per word and field the numbers of the entries it stands in."""
    found: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for number, entry in enumerate(ordered):
        texts = {"name": (entry.name,), "also": entry.also, "summary": (entry.summary,)}
        for field, values in texts.items():
            for word in {word for text in values for word in tokens(text)} - stop:
                found[word].setdefault(field, []).append(number)
    return found


def _length(name: str, stop: frozenset[str]) -> int:
    return min(LONGEST_NAME, max(1, sum(word not in stop for word in tokens(name))))


def _words(
    files: dict[str, bytes], words: Sequence[str], places: Places, marked: Callable[[str], str], *, most: int
) -> dict[str, object]:
    """Words in their order, and where each stands, in files of about the same size: `starts` are their first words."""
    starts, size = [0], 0
    parts: list[list[str]] = [[]]
    for at, word in enumerate(words):
        text = ".".join(write_rising(places[word].get(field, [])) for field in FIELDS).rstrip(".")
        if size > most:
            starts.append(at)
            parts.append([])
            size = 0
        parts[-1].append(text)
        size += len(text) + 1
    names = _add_chunks(files, "w", [",".join(part) for part in parts])
    return {"words": write_words(map(marked, words)), "starts": starts, "files": names}


def _full(files: dict[str, bytes], places: Mapping[str, Sequence[int]]) -> dict[str, object]:
    """The words of the full texts in files of their own: their names, and the first word of each."""
    parts = list(text_files(places))
    names = _add_chunks(files, "t", [(words, numbers) for _, words, numbers in parts])
    return {"starts": write_words([first for first, _, _ in parts]), "files": names}


def _marker(knowledge: Knowledge) -> Callable[[str], str]:
    """A word with its seams, and more marks the less it says."""

    def marked(word: str) -> str:
        common = sum(knowledge.scale(word) >= bound for bound in COMMON)
        return SEAM.join(knowledge.split(word)) + LIGHT * max(common, MARKS_OF_LIGHT * (word in knowledge.light))

    return marked


def _names(entries: Sequence[IndexEntry]) -> str:
    """A name per line, and the last part of its route where that does not follow from the name."""
    return "\n".join(_line(" ".join(entry.name.split()), PurePosixPath(entry.url).stem) for entry in entries)


def _line(name: str, stem: str) -> str:
    return name if slugify(name) == stem else f"{name}\t{stem}"


def _members(ordered: Sequence[IndexEntry], services: Sequence[IndexEntry]) -> str:
    numbers = {entry.url: number for number, entry in enumerate(services)}
    groups = ordered[len(services) :]
    return ",".join(write_rising(sorted(numbers[url] for url in entry.members if url in numbers)) for entry in groups)


def _synonyms(knowledge: Knowledge, words: Iterable[str]) -> str:
    """The groups of which the site knows a word, one per line: terms with commas, then those that go one way."""
    known = {part[: max(4, len(part) - 3)] for word in words for part in (word, *knowledge.split(word))}

    def is_known(term: str) -> bool:
        found = [word for word in tokens(term) if word not in knowledge.stop]
        return bool(found) and all(
            any(part[: max(4, len(part) - 3)] in known for part in (word, *knowledge.split(word))) for word in found
        )

    groups = (group for group in knowledge.synonyms if any(map(is_known, group.words)))
    lines = (",".join(group.words) + (";" + ",".join(group.only) if group.only else "") for group in groups)
    return "\n".join(dict.fromkeys(lines))


def _chunks(entries: Sequence[IndexEntry], size: int) -> list[Sequence[IndexEntry]]:
    return [entries[at : at + size] for at in range(0, len(entries), size)]


def _add_chunks(files: dict[str, bytes], letter: str, values: Iterable[object]) -> list[str]:
    """Each value as a module of its own, named by its content; gives the names without their ending."""
    names = []
    for value in values:
        body = _module(value)
        name = letter + hashlib.blake2b(body, digest_size=3).hexdigest()
        files[f"{name}.js"] = body
        names.append(name)
    return names


def _module(value: object) -> bytes:
    return f"export default {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()
