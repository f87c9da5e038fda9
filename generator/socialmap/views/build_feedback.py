"""Where "Klopt dit niet?" leads for a record: mail, an issue at the Git host, or the municipality's own page."""

from urllib.parse import quote

from socialmap.catalogue import Key
from socialmap.model import RecordType
from socialmap.model.settings import Settings
from socialmap.text.git_hosts import GitHost, git_host, issue_pattern
from socialmap.views.context import Context
from socialmap.views.feedback import FeedbackView
from socialmap.views.routes import PageKind


def host_of(settings: Settings) -> GitHost | None:
    """The Git host where the data is kept, if the settings name one."""
    return git_host(settings.repository or "", kind=settings.host, branch=settings.branch)


def build_feedback(kind: PageKind, key: Key, *, context: Context) -> FeedbackView:
    """The view for a record; with no way to report anything it is empty.

    A mailbox goes before an issue unless the settings choose: residents have no account at a Git host.
    """
    settings = context.site.settings
    route = context.site.routes.route(kind, key[1], language=context.site.language)
    names = context.catalogue.records(key[0])[key[1]].name
    way, href = _way(key, context)
    form = "" if key in context.catalogue.national else form_href(key[0], change=True, context=context)
    return FeedbackView(
        way=way,
        href=href,
        record=route.removesuffix(".html"),
        name=names.get(context.site.language) or next(iter(names.values())),
        page=f"{settings.site_url.rstrip('/')}/{route}" if settings.site_url else route,
        host=(host.name if way == "issue" and (host := host_of(settings)) else ""),
        change=f"{form}?id={key[1]}" if form else "",
    )


def form_href(kind: RecordType, *, change: bool, context: Context) -> str:
    """Where the form for a type of record stands, in the site's first language only; empty on a site without forms."""
    editing = context.site.editing
    page: PageKind = "form_change" if change else "form_new"
    if editing is None:
        return ""
    return context.links.root + context.site.routes.route(page, editing.types[kind], language=context.site.language)


def mailbox_of(key: Key, *, context: Context) -> str:
    """The function mailbox of the role that keeps a record right, else that of the settings; else empty."""
    role = context.catalogue.roles.get(context.derived.role_of.get(key, ""))
    report = context.site.settings.report
    return (role.email if role else None) or (report if _is_mail(report) else "")


def mail_pattern(mailbox: str) -> str:
    """A `mailto:` address with the holes `{title}` and `{body}`; nothing in the mailbox can add a header (RFC 6068)."""
    return f"mailto:{quote(mailbox, safe='@')}?subject={{title}}&body={{body}}" if mailbox else ""


def _way(key: Key, context: Context) -> tuple[str, str]:
    settings = context.site.settings
    host, mail = host_of(settings), mail_pattern(mailbox_of(key, context=context))
    report = settings.report
    page = "" if not report or _is_mail(report) else f"{report}{'&' if '?' in report else '?'}title={{title}}"
    found = {"mail": mail, "issue": issue_pattern(host) if host else "", "link": page}
    order: tuple[str, ...] = ("issue", "mail", "link") if settings.feedback == "issue" else ("mail", "issue", "link")
    if settings.feedback is None and page:
        order = ("link",)
    return next(((way, found[way]) for way in order if found[way]), ("", ""))


def _is_mail(address: str) -> bool:
    return "@" in address and "://" not in address
