"""The word index of a language, written inside its full-text bundle: what a browser needs to understand a question."""

import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from socialmap.search import (
    IndexEntry,
    Knowledge,
    SearchRecord,
    SynonymGroup,
    build_word_index,
    light_words,
    stop_words,
    text_names,
)
from socialmap.sources.word_frequency import word_scale
from socialmap.text.seams import make_splitter
from socialmap.text.tokens import tokens
from socialmap.views.build_search_entries import build_search_entries
from socialmap.views.context import Context, Site
from socialmap.views.routes import links_from

FOLDER = "words"
OWN_WORD = 3.5  # a word of the site's own vocabularies counts as known: three or so in a million


def index_entries(site: Site, language: str) -> tuple[IndexEntry, ...]:
    """What a question in a language may mean."""
    context = Context(site, links_from(site.routes, "service", language=language))
    names = (site.catalogue.services[name] for name in sorted(site.derived.listed))
    services = tuple(service for service in names if language in service.name)
    entries = build_search_entries(services, context=context)
    return tuple(
        IndexEntry(each.kind, each.name, each.url, each.also, each.summary, each.members, each.old) for each in entries
    )


def words_fingerprint(entries: tuple[IndexEntry, ...], synonyms: tuple[SynonymGroup, ...], *, program: str) -> str:
    """A digest of all that the word index is made of."""
    return hashlib.blake2b(repr((entries, synonyms, program)).encode(), digest_size=16).hexdigest()


def write_word_index(
    entries: tuple[IndexEntry, ...],
    synonyms: tuple[SynonymGroup, ...],
    *,
    records: Sequence[SearchRecord],
    language: str,
    into: Path,
) -> None:
    """Write the files of a language's word index in the folder of its bundle."""
    folder = into / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    knowledge = _knowledge(entries, synonyms, language)
    for name, body in build_word_index(entries, records, language=language, knowledge=knowledge).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(body)


def join_texts(bundle: Path) -> None:
    """Write how the full texts call each service, once they are there."""
    found = {}
    for path in bundle.rglob("*.pf_fragment"):
        text = gzip.decompress(path.read_bytes()).partition(b"{")
        found[json.loads(text[1] + text[2])["url"]] = path.stem
    (bundle / FOLDER / "texts.js").write_bytes(text_names(found))


def _knowledge(entries: tuple[IndexEntry, ...], synonyms: tuple[SynonymGroup, ...], language: str) -> Knowledge:
    scale = word_scale(language)
    own = {word for group in synonyms for term in group.words for word in tokens(term)}
    own |= {word for entry in entries if entry.kind != "service" for text in entry.also for word in tokens(text)}

    def known(word: str) -> float:
        return max(scale(word), OWN_WORD if word in own else 0.0)

    split = make_splitter(known) if language == "nl" else lambda word: (word,)
    return Knowledge(split, scale, stop_words(language), light_words(language), synonyms)
