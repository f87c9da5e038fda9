"""How what is drawn is divided over processes: pages that show the same cards together; called by `build`.

A process makes each card and each event once for all it draws, and no other process gets to know it. Cards take longer
than the lists they are in, so lists that are divided by their number alone would make every card in every process.
"""

from collections.abc import Iterator, Sequence

from socialmap.views.plan import PageJob

LISTS = ("listing", "agenda", "organization", "location")
ALONE = "service"
MOST = 6_000


def share_out(jobs: Sequence[PageJob], *, workers: int, most: int = MOST) -> Iterator[Sequence[PageJob]]:
    """The jobs in shares of at most so many, those that take longest first: lists, services and all the rest."""
    families: dict[str, list[PageJob]] = {"lists": [], ALONE: [], "rest": []}
    for job in jobs:
        families[_family(job)].append(job)
    for name, members in families.items():
        yield from _cut(members, most=min(most, -(-len(members) // workers)) if name == ALONE else most)


def _family(job: PageJob) -> str:
    if job.template in LISTS:
        return "lists"
    return ALONE if job.template == ALONE else "rest"


def _cut(jobs: Sequence[PageJob], *, most: int) -> Iterator[Sequence[PageJob]]:
    """As few slices as there may be, all as long."""
    if jobs:
        size = -(-len(jobs) // -(-len(jobs) // most))
        yield from (jobs[at : at + size] for at in range(0, len(jobs), size))
