"""How a resident says that a record is wrong; shown by the `check` component at the end of every record's page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """Where the four answers to "Klopt dit niet?" go.

    `way` is mail, issue (at a Git host), link (a page of the municipality's own) or empty. `href` has the holes
    `{title}` and `{body}`. `record` names the record in the repository, `page` is its address for whoever reads it.
    `host` is the domain of the Git host, and `change` leads to the form in which a change is proposed.
    """

    way: str = ""
    href: str = ""
    record: str = ""
    name: str = ""
    page: str = ""
    host: str = ""
    change: str = ""
