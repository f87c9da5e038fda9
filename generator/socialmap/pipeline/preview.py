"""Preview: the pages of a record that an editor just saved, before anything else is built; called by `serve`.

The pages are as the build that follows will make them, but for what follows from the record elsewhere: who lies near,
what is on when. They are shown and never published, so a mistake that only the whole shows cannot reach the site.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from socialmap.catalogue import Entry
from socialmap.catalogue.build import with_records
from socialmap.derive.freshness import freshness
from socialmap.pipeline.dress import dress
from socialmap.pipeline.judging import no_judge
from socialmap.pipeline.load import NATIONAL, Data
from socialmap.pipeline.reading import Reading
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.sources.loading import YAML_NAMES, Loader, RecordFile
from socialmap.views.context import Site
from socialmap.views.plan import contexts_of, plan_record


@dataclass(frozen=True, slots=True)
class Made:
    """What the pages of the last build were made of."""

    data: Data
    wardrobe: Wardrobe


def preview(changed: Iterable[Path], *, made: Made) -> dict[str, bytes]:
    """The pages of the records in these files by their route; none of a file that is new, or that cannot be read."""
    entries = _read(changed, made.data)
    if not entries:
        return {}
    wardrobe = _with(entries, made.wardrobe)
    jobs = (job for entry in entries for job in plan_record(wardrobe.site, *entry.key))
    return {job.route: dress(job, wardrobe=wardrobe) for job in jobs}


def _read(changed: Iterable[Path], data: Data) -> list[Entry]:
    """The valid records in these files that the catalogue knows."""
    loader = data.placed.loader
    sources = tuple(_sources(changed, loader))
    found = Reading(loader, no_judge, frozenset(), "").records(sources, folder=None, workers=1)
    return [entry for entry in found.entries if data.catalogue.origins.get(entry.key) == entry.origin]


def _sources(changed: Iterable[Path], loader: Loader) -> Iterator[RecordFile]:
    for path in changed:
        if path.suffix in YAML_NAMES and path.is_relative_to(loader.root):
            file = path.relative_to(loader.root).as_posix()
            kind = loader.type_of(file)
            if kind is not None:
                yield RecordFile(kind, file, national=file.startswith(f"{NATIONAL}/"))


def _with(entries: Sequence[Entry], wardrobe: Wardrobe) -> Wardrobe:
    site = _known_anew(entries, wardrobe.site)
    return replace(wardrobe, site=site, contexts=contexts_of(site))


def _known_anew(entries: Sequence[Entry], site: Site) -> Site:
    catalogue, today = with_records(site.catalogue, entries), site.derived.today
    kinds = catalogue.terms("kinds")
    fresh = {entry.key: freshness(entry.record, kinds=kinds, today=today) for entry in entries}
    return replace(
        site,
        catalogue=catalogue,
        derived=replace(site.derived, freshness={**site.derived.freshness, **fresh}),
    )
