"""Dress: the frame, head and body of each page together; what a page is made of, and how it becomes HTML."""

from urllib.parse import urlsplit

from socialmap.pipeline.frames import draw_frame
from socialmap.pipeline.heads import build_head, language_links, notice_of, title_of
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.shell import Head
from socialmap.views.page_views import build_not_found_page, build_page
from socialmap.views.plan import PageJob, not_found_context


def dress(job: PageJob, *, wardrobe: Wardrobe) -> bytes:
    """The whole HTML of a page."""
    context = wardrobe.contexts[job.language, job.kind]
    view = build_page(job, context=context, written=wardrobe.written, bundles=wardrobe.bundles)
    body = wardrobe.renderers[job.language].render(job.template, view)
    return wardrobe.frames[job.language, job.kind].pour(build_head(job, view, body, wardrobe))


def dress_not_found(*, wardrobe: Wardrobe) -> bytes:
    """The page that is not found; it may be shown at any address, so its links start at the site's own path."""
    site = wardrobe.site
    root = site_path(site.settings.site_url)
    context = not_found_context(site, language=site.language, root=root)
    body = wardrobe.renderers[site.language].render("not_found", build_not_found_page(context=context))
    frame = draw_frame("editorial", site.language, root=root, wardrobe=wardrobe)
    title = wardrobe.translations[site.language].text("Page not found")
    notice = notice_of(site, wardrobe.translations[site.language], national=False)
    homes = {language: site.routes.route("home", language=language) for language in site.settings.languages}
    languages = language_links(homes, root, site.language, wardrobe)
    return frame.pour(
        Head(title_of(title, site), "", '<meta name="robots" content="noindex">', languages, notice, body)
    )


def site_path(site_url: str) -> str:
    """The path of the site on its host, ending in a slash."""
    return urlsplit(site_url).path.rstrip("/") + "/"
