"""The view of the page on which somebody keeps services of their own choice; what is on it only the browser knows."""

from dataclasses import dataclass

from socialmap.views.parts import PhoneView


@dataclass(frozen=True, slots=True)
class MyListView:
    """The page of one's own list; `service_href` is the address of a service with `{id}` where its name stands."""

    service_href: str
    search_href: str
    themes_href: str
    desk_name: str
    desk: PhoneView | None
