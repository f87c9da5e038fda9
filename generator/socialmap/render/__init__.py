"""Views to HTML bodies: our own Jinja environment, interface texts, icons and safe Markdown."""

from socialmap.render.formats import make_formats
from socialmap.render.renderer import Renderer, make_renderer
from socialmap.render.translations import Translations, read_translations

__all__ = ["Renderer", "Translations", "make_formats", "make_renderer", "read_translations"]
