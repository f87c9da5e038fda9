"""How what is drawn is divided over processes: pages that show the same cards together; called by `build`.

A process makes each card and each event once for all it draws, and no other process gets to know it. Cards take longer
than the lists they are in, so lists that are divided by their number alone would make every card in every process.
Records that were read one after the other stand side by side in memory. A process that draws those gets fewer pages of
memory of its own than one that draws as many from everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from socialmap.catalogue import Key
from socialmap.views.plan import PageJob

LISTS = ("listing", "agenda", "organization", "location")
ALONE = "service"
MOST = 6_000
Share = Sequence[PageJob]


def share_out(
    jobs: Iterable[PageJob], *, workers: int, records: Iterable[Key] = (), most: int = MOST
) -> Iterator[Share]:
    """The jobs in shares of at most so many; lists, which need most memory, and services by turns, then all the rest.

    `records` are in the order in which they were read.
    """
    families: dict[str, list[PageJob]] = {"lists": [], ALONE: [], "rest": []}
    for job in _as_read(jobs, {key: place for place, key in enumerate(records)}):
        families[_family(job)].append(job)
    lists, services, rest = (_cut(members, _most(name, members, workers, most)) for name, members in families.items())
    by_turns = (share for pair in zip_longest(lists, services) for share in pair if share)
    return chain(by_turns, rest)


def _as_read(jobs: Iterable[PageJob], places: Mapping[tuple[str, str], int]) -> list[PageJob]:
    return sorted(jobs, key=lambda job: places.get((job.kind, job.name), -1))


def _family(job: PageJob) -> str:
    if job.template in LISTS:
        return "lists"
    return ALONE if job.template == ALONE else "rest"


def _most(family: str, jobs: Share, workers: int, most: int) -> int:
    return min(most, -(-len(jobs) // workers)) if family == ALONE else most


def _cut(jobs: Share, most: int) -> Iterator[Share]:
    """As few slices as there may be, all as long."""
    if jobs:
        size = -(-len(jobs) // -(-len(jobs) // most))
        yield from (jobs[at : at + size] for at in range(0, len(jobs), size))
