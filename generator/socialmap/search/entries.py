"""What the word index holds of the site: services, and what they stand under; one language each, from the pipeline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A page that a query may mean: `kind` is the kind of page, `url` its route, `also` what else it is called.

    `members` are the routes of the services that stand under it; for a service it is empty. An `old` service comes
    after others that answer a question as well.
    """

    kind: str
    name: str
    url: str
    also: tuple[str, ...] = ()
    summary: str = ""
    members: tuple[str, ...] = ()
    old: bool = False


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Terms that find each other; who looks for one of `only` finds them too, but not the other way round."""

    words: tuple[str, ...]
    only: tuple[str, ...] = ()
