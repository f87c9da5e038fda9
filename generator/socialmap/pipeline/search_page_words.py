"""The words that only search results say, in a file beside each search page; called by `build`.

The page itself is small without them: they are fetched when somebody looks for something. They are a job like a page:
drawn by the workers, and only when what it is made of changed.
"""

from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.views.build_home import build_search_words, search_words_route
from socialmap.views.context import Site
from socialmap.views.plan import PageJob

WORDS = "search_words"


def plan_search_words(site: Site) -> tuple[PageJob, ...]:
    """A job for the words of each language."""
    pages = ((language, site.routes.route("search", language=language)) for language in site.settings.languages)
    return tuple(PageJob("search", "", language, search_words_route(route), WORDS) for language, route in pages)


def draw_search_words(job: PageJob, *, wardrobe: Wardrobe) -> bytes:
    """The module of words that a job asks for."""
    view = build_search_words(context=wardrobe.contexts[job.language, job.kind])
    return wardrobe.renderers[job.language].render(WORDS, view).lstrip().encode()
