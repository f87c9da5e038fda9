"""The Jinja environment of one language and the filters that templates may use."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.filters import do_urlencode
from markupsafe import Markup, escape

from socialmap.render.compiled import CompiledTemplates
from socialmap.render.compiling import PageEnvironment
from socialmap.render.formats import day_writer, inside_sentence, list_writer
from socialmap.render.icons import icon_reader
from socialmap.render.markdown import markdown_writer, page_writer
from socialmap.render.translations import Translations
from socialmap.views.pages import FacetView
from socialmap.views.parts import CardView, PhoneView, Text

PLURALS = {1: ("other",), 2: ("one", "other"), 6: ("zero", "one", "two", "few", "many", "other")}
Hyphenate = Callable[[str, str], str]
SHORT = 40
OURS = ("components/", "pages/")
RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur", "ckb", "ps"))


@dataclass(frozen=True, slots=True)
class Renderer:
    """Draws the body of each kind of page in one language."""

    environment: Environment

    def render(self, template: str, view: object) -> str:
        """The HTML of a view by the template `pages/<template>.html`."""
        return self.template(f"pages/{template}.html").render(view=view)

    def load(self) -> None:
        """Load every page and component now, so that processes which are forked afterwards need not."""
        for name in self.environment.list_templates(extensions=("html",)):
            if name.startswith(OURS):
                found = self.template(name)
            if name.startswith(OURS[0]):
                found.module  # noqa: B018 - asking makes it

    def template(self, name: str) -> Template:
        """A compiled template by its path."""
        return self.environment.get_template(name)


def make_renderer(
    folders: Iterable[Path],
    *,
    translations: Translations,
    icons: Path,
    hyphenate: Hyphenate | None = None,
    memory: Path | None = None,
) -> Renderer:
    """The renderer of a language; a template in an earlier folder goes before one in a later.

    `hyphenate` puts soft hyphens in a text, given its language. `memory` keeps compiled templates: they hold the
    language's texts and the icons, so the folder belongs to these alone.
    """
    environment = PageEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=CompiledTemplates(memory) if memory else None,
    )
    environment.filters |= _filters(translations, icons)
    environment.filters["shy"] = _shy(translations.language, hyphenate or _as_it_is)
    environment.filters["card"] = _card(environment)
    environment.globals |= {"lang": translations.language, "dir": translations.direction}
    return Renderer(environment)


def _filters(translations: Translations, icons: Path) -> dict[str, Callable[..., object]]:
    markdown, page = markdown_writer(), page_writer()
    say, listed = _say(translations.language), list_writer(translations.language)

    def written(text: Text, writer: Callable[[str], Markup] = markdown) -> Markup:
        return _in_language(writer(text.value), text.lang, translations.language, tag="div")

    return {
        "t": _text(translations),
        "urlencode": lru_cache(maxsize=256)(do_urlencode),
        "word": lambda word, context: translations.text(word, context=context),
        "plural": _plural(translations),
        "say": say,
        "icon": icon_reader(icons),
        "markdown": written,
        "page": lambda text: written(text, page),
        "phone": phone_link,
        "number": number,
        "listed": listed,
        "who": _who(listed),
        "short_days": day_writer(translations.language),
        "forms": _forms(translations),
        "facets": _facets(translations),
        "named": _named,
        "known": lambda word, table: table.get(word, word),
        "crisis_words": lambda views: [
            {"id": view.id, "phrases": view.phrases, "alone": view.alone, "harmless": view.harmless} for view in views
        ],
        "options": lambda tiles: [{"label": tile.name.value, "url": tile.href, "count": tile.count} for tile in tiles],
        "choices": lambda links: [{"label": link.text.value, "url": link.href} for link in links],
    }


def _card(environment: Environment) -> Callable[[CardView, int], Markup]:
    """The card of a service below a heading of a level, drawn once however many lists show it."""
    drawn: dict[tuple[int, int], tuple[CardView, Markup]] = {}

    def card(view: CardView, level: int) -> Markup:
        known = drawn.get((id(view), level))
        if known is None:
            macro = environment.get_template("components/card/template.html").module.__dict__["card"]
            known = drawn.setdefault((id(view), level), (view, macro(view, level)))
        return known[1]

    return card


def _text(translations: Translations) -> Callable[..., str]:
    def text(english: str, **values: object) -> str:
        found = translations.text(english)
        return found % values if values else found

    return text


def _plural(translations: Translations) -> Callable[..., str]:
    def plural(count: int, one: str, many: str) -> str:
        return translations.plural(count, one, many) % {"n": count}

    return plural


def _forms(translations: Translations) -> Callable[[str, str], dict[str, str]]:
    def forms(one: str, many: str) -> dict[str, str]:
        found = translations.texts.get(("", one), (one, many))
        return dict(zip(PLURALS[len(found)], found, strict=True))

    return forms


def _who(listed: Callable[[Sequence[str]], str]) -> Callable[[Sequence[str]], str]:
    """Groups of people inside a sentence; only the first when all of them make it long."""

    def who(names: Sequence[str]) -> str:
        words = [inside_sentence(name) for name in names]
        found = listed(words)
        return found if len(found) < SHORT or not words else words[0]

    return who


def _named(options: Iterable[tuple[str, Text]], inside: bool = False) -> dict[str, str]:
    """The word of each option by its id; `inside` a sentence they begin small."""
    return {name: inside_sentence(text.value) if inside else text.value for name, text in options}


def _facets(translations: Translations) -> Callable[[Iterable[FacetView]], list[dict[str, object]]]:
    def label(key: str, value: str, name: str) -> str:
        return name or translations.text(value, context=key)

    def facets(views: Iterable[FacetView]) -> list[dict[str, object]]:
        return [
            {
                "key": view.key,
                "legend": translations.text(view.key, context="facet"),
                "values": [{"id": value, "label": label(view.key, value, name.value)} for value, name in view.values],
            }
            for view in views
        ]

    return facets


def _say(language: str) -> Callable[[Text], str]:
    def say(text: Text) -> str:
        if text.lang == language or not text.lang:
            return text.value
        return _in_language(escape(text.value), text.lang, language, tag="span")

    return say


def _shy(language: str, hyphenate: Hyphenate) -> Callable[[Text], str]:
    """As `say`, with soft hyphens in long words: for names in headings."""
    say = _say(language)
    return lambda text: say(Text(hyphenate(text.value, text.lang), text.lang))


def _as_it_is(text: str, _language: str) -> str:
    return text


def _in_language(html: Markup, spoken: str, page: str, *, tag: str) -> Markup:
    if spoken in ("", page):
        return html
    direction = "rtl" if spoken in RIGHT_TO_LEFT else "ltr"
    return Markup(f'<{tag} lang="{spoken}" dir="{direction}">{html}</{tag}>')  # noqa: S704 - a language code and safe HTML


def number(text: str) -> Markup:
    """A phone number that reads from left to right in every language."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text.replace(" ", "\N{NO-BREAK SPACE}"))


def phone_link(phone: PhoneView) -> Markup:
    """A phone number that can be called."""
    return Markup('<a href="{}">{}</a>').format(phone.href, number(phone.number))
