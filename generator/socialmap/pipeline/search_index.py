"""The search indexes of a site: one per language, only of services that are in that language."""

from collections.abc import Mapping
from pathlib import Path

from socialmap.pipeline.word_index import index_entries, words_fingerprint, write_word_index
from socialmap.publish import Staging
from socialmap.search import Indexing, SearchRecord, SynonymGroup, fingerprint, start_index
from socialmap.views.build_search_record import build_search_entry
from socialmap.views.context import Context, Site
from socialmap.views.routes import links_from

FOLDER = "pagefind"
SHARD = 10_000


def bundle_routes(site: Site) -> dict[str, str]:
    """The folder of each language's index from the top of the site; none for a language without services."""
    languages = {language for name in site.derived.listed for language in site.catalogue.services[name].name}
    return {language: f"{FOLDER}/{language}" for language in site.settings.languages if language in languages}


def shards(site: Site, language: str, *, size: int = SHARD) -> int:
    """How many bundles of at most so many services the index of a language has."""
    count = sum(language in site.catalogue.services[name].name for name in site.derived.listed)
    return max(1, -(-count // size))


def search_records(site: Site, language: str, *, words: Mapping[str, str]) -> list[SearchRecord]:
    """What the index of a language holds."""
    context = Context(site, links_from(site.routes, "service", language=language))
    services = (site.catalogue.services[name] for name in sorted(site.derived.listed))
    entries = (
        build_search_entry(service, context=context, words=words) for service in services if language in service.name
    )
    return [SearchRecord(entry.url, entry.content, language, entry.meta, entry.facets) for entry in entries]


def start_indexes(
    site: Site,
    *,
    words: Mapping[str, Mapping[str, str]],
    synonyms: Mapping[str, tuple[SynonymGroup, ...]],
    program: str,
    staging: Staging,
    work: Path,
    size: int = SHARD,
) -> dict[str, tuple[str, Indexing | None]]:
    """Each language's fingerprint and its index in the making; an index whose records did not change is kept.

    A bundle of the full-text engine holds at most `size` services.
    """
    found: dict[str, tuple[str, Indexing | None]] = {}
    for language, route in bundle_routes(site).items():
        records = search_records(site, language, words=words[language])
        entries, groups = index_entries(site, language), synonyms.get(language, ())
        mark = fingerprint(records) + words_fingerprint(entries, groups, program=f"{program} {size}")
        if staging.manifest.fresh_tree(route, mark):
            staging.keep_tree(route)
            found[language] = (mark, None)
            continue
        indexing = start_index(language=language, into=work / language, shard_size=size)
        for record in records:
            indexing.add(record)
        indexing.seal()
        write_word_index(entries, groups, records=records, language=language, into=work / language)
        found[language] = (mark, indexing)
    return found
