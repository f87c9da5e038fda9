"""Interface texts per language from gettext catalogues; with `formats`, the only modules that know Babel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.core import Locale
from babel.messages.pofile import read_po


@dataclass(frozen=True, slots=True)
class Translations:
    """The texts of one language by (context, English text); a plural has one text per form of the language."""

    language: str
    direction: str
    own_name: str
    texts: Mapping[tuple[str, str], tuple[str, ...]]
    plural_form: Callable[[int], int]

    def text(self, english: str, *, context: str = "") -> str:
        """The text in this language; the English one when it has none."""
        return self.texts.get((context, english), (english,))[0] or english

    def plural(self, count: int, one: str, many: str) -> str:
        """The form of a text that belongs to a number."""
        forms = self.texts.get(("", one))
        if forms is None:
            return one if count == 1 else many
        return forms[min(self.plural_form(count), len(forms) - 1)] or many


def read_translations(language: str, *, folders: tuple[Path, ...]) -> Translations:
    """The texts of a language; those in an earlier folder go before those in a later one."""
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    form: Callable[[int], int] = lambda count: int(count != 1)  # noqa: E731 - replaced by the catalogue's own
    for folder in reversed(folders):
        path = folder / f"{language}.po"
        if path.is_file():
            with path.open("rb") as stream:
                catalogue = read_po(stream, locale=language)
            texts.update(_texts(catalogue))
            form = _plural_form(catalogue.plural_expr)
    locale = Locale.parse(language)
    return Translations(language, locale.text_direction, locale.get_display_name() or language, texts, form)


def _texts(catalogue: object) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in catalogue:  # type: ignore[attr-defined] # Babel's catalogue iterates over its messages
        if message.id:
            name = message.id if isinstance(message.id, str) else message.id[0]
            texts = (message.string,) if isinstance(message.string, str) else tuple(message.string)
            found[message.context or "", name] = texts
    return found


def _plural_form(expression: str) -> Callable[[int], int]:
    from gettext import c2py  # noqa: PLC0415 - gettext's own reader of plural rules

    return c2py(expression)
