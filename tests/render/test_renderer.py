"""The filters of templates: escaping, language of parts, phone numbers, and what a template may not forget."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from socialmap.render import Translations, make_renderer, read_translations
from socialmap.render.icons import UnknownIconError, icon_folder
from socialmap.render.renderer import Renderer
from socialmap.text.compounds import make_hyphenator
from socialmap.views.parts import NO_TEXT, PhoneView, Text

TRANSLATIONS = Path(__file__).parents[2] / "site_overrides" / "translations"


def draw(template: str, folder: Path, *, language: str = "nl", **values: object) -> str:
    return renderer(folder, language).environment.from_string(template).render(values)


def renderer(folder: Path, language: str) -> Renderer:
    return make_renderer((folder,), translations=texts(language), icons=icon_folder())


def texts(language: str) -> Translations:
    return read_translations(language, folders=(TRANSLATIONS,))


def test_everything_is_escaped(tmp_path: Path) -> None:
    assert draw("{{ x }}", tmp_path, x="<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"
    assert draw("{{ x|say }}", tmp_path, x=Text("<script>", "nl")) == "&lt;script&gt;"
    assert draw("{{ x|number }}", tmp_path, x="<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'


def test_a_name_that_is_not_given_raises(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        draw("{{ nobody }}", tmp_path)


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    dutch, arabic = Text("Buurthuis", "nl"), Text("بيت", "ar")
    assert draw("{{ x|say }}", tmp_path, x=dutch) == "Buurthuis"
    assert draw("{{ x|say }}", tmp_path, language="ar", x=dutch) == '<span lang="nl" dir="ltr">Buurthuis</span>'
    assert draw("{{ x|say }}", tmp_path, x=arabic) == '<span lang="ar" dir="rtl">بيت</span>'
    assert draw("{{ x|say }}", tmp_path, x=NO_TEXT) == ""


def test_markdown_in_another_language_says_so(tmp_path: Path) -> None:
    drawn = draw("{{ x|markdown }}", tmp_path, language="en", x=Text("*ja*", "nl"))
    assert drawn == '<div lang="nl" dir="ltr"><p><em>ja</em></p></div>'


def test_a_phone_number_reads_from_left_to_right_and_does_not_break(tmp_path: Path) -> None:
    phone = PhoneView("099 999 12 34", "tel:0999991234")
    link = draw("{{ x|phone }}", tmp_path, language="ar", x=phone)
    assert link == '<a href="tel:0999991234"><bdi dir="ltr">099\xa0999\xa012\xa034</bdi></a>'


def test_a_plural_shows_its_number(tmp_path: Path) -> None:
    drawn = draw('{{ n|plural("%(n)s place", "%(n)s places") }}', tmp_path, language="ar", n=11)
    assert drawn == texts("ar").plural(11, "%(n)s place", "%(n)s places") % {"n": 11}
    assert "11" in drawn


def test_forms_are_named_by_their_plural_category(tmp_path: Path) -> None:
    template = '{{ ("{n} place"|forms("{n} places")).keys()|join(" ") }}'
    assert draw(template, tmp_path) == "one other"
    assert draw(template, tmp_path, language="ar") == "zero one two few many other"


def test_icons_are_decoration(tmp_path: Path) -> None:
    drawn = draw('{{ "material/phone"|icon }}', tmp_path)
    assert drawn.startswith('<svg class="sm-icon" viewBox="0 0 24 24" aria-hidden="true"')


@pytest.mark.parametrize("name", ["material/there-is-no-such-icon", "../../secret", "material/../phone", "phone"])
def test_an_icon_that_is_not_there_raises(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownIconError):
        draw("{{ name|icon }}", tmp_path, name=name)


def test_a_template_of_the_municipality_goes_first(tmp_path: Path) -> None:
    for folder, word in (("own", "eigen"), ("ours", "ons")):
        (tmp_path / folder / "pages").mkdir(parents=True)
        (tmp_path / folder / "pages" / "x.html").write_text(word + " {{ view.value }}", "utf-8")
    made = make_renderer((tmp_path / "own", tmp_path / "ours"), translations=texts("nl"), icons=icon_folder())
    assert made.render("x", Text("huis", "nl")) == "eigen huis"


def test_a_name_in_a_heading_may_break_at_its_seams(tmp_path: Path) -> None:
    made = make_renderer(
        (tmp_path,), translations=texts("ar"), icons=icon_folder(), hyphenate=make_hyphenator(["Spreekuur"])
    )
    drawn = made.environment.from_string("{{ x|shy }}").render(x=Text("Formulierenspreekuur <b>", "nl"))
    assert drawn == '<span lang="nl" dir="ltr">Formulieren\xadspreek\xaduur &lt;b&gt;</span>'


def test_without_a_hyphenator_names_stay_whole(tmp_path: Path) -> None:
    assert draw("{{ x|shy }}", tmp_path, x=Text("Formulierenspreekuur", "nl")) == "Formulierenspreekuur"
