"""The files of a site that are for search engines and web servers: sitemap, robots.txt and the headers of pages."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from socialmap.exports import SitemapEntry, write_robots, write_sitemap
from socialmap.model import Record
from socialmap.shell import headers_file, nginx_snippet
from socialmap.views.context import Site
from socialmap.views.languages import written_languages
from socialmap.views.plan import PageJob, WrittenPage, route_in

NOT_FOUND = "404.html"
UNLISTED = ("search", "my_list", "agenda_day", "agenda_week")


def host_files(site: Site, jobs: tuple[PageJob, ...], *, written: Mapping[str, WrittenPage]) -> dict[str, bytes]:
    """The files by their route, for a site with these pages; no sitemap when the site's address is not known."""
    settings = site.settings
    kinds = {NOT_FOUND: "page"} | {job.route: "page" if job.is_redirect else job.kind for job in jobs}
    return {
        **(site.editing.files if site.editing else {}),
        "robots.txt": write_robots(site_url=settings.site_url, sitemap=settings.sitemap),
        "_headers": headers_file(kinds, tiles=settings.map),
        "nginx-headers.conf": nginx_snippet(
            kinds, tiles=settings.map, folder=urlsplit(settings.site_url).path.strip("/")
        ),
        **({"sitemap.xml": _sitemap(site, jobs, written)} if settings.site_url and settings.sitemap else {}),
    }


def _sitemap(site: Site, jobs: tuple[PageJob, ...], written: Mapping[str, WrittenPage]) -> bytes:
    entries = (_sitemap_entry(site, job, written) for job in jobs if not job.is_redirect and job.kind not in UNLISTED)
    return write_sitemap((entry for entry in entries if entry), site_url=site.settings.site_url)


def _sitemap_entry(site: Site, job: PageJob, written: Mapping[str, WrittenPage]) -> SitemapEntry | None:
    """The entry of a page; none for one in another language's text, or that only says that nobody knows."""
    languages = written_languages(job, site=site, written=written)
    if job.language not in languages or (job.kind, job.name) in site.derived.expired:
        return None
    record = _record_of(site, job)
    day = (record.last_modified or record.assured_date or record.added) if record is not None else None
    routes = tuple((each, route_in(each, job, routes=site.routes)) for each in languages)
    return SitemapEntry(job.route, day.isoformat() if day else "", routes if len(routes) > 1 else ())


def _record_of(site: Site, job: PageJob) -> Record | None:
    if job.kind == "service":
        return site.catalogue.services.get(job.name)
    if job.kind in ("experiment", "consultation"):
        return site.catalogue.records(job.kind).get(job.name)
    if job.kind == "organization":
        return site.catalogue.organizations.get(job.name)
    return site.catalogue.locations.get(job.name) if job.kind == "location" else None
