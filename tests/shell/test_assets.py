"""One stylesheet and few scripts, small, and named by their content."""

from pathlib import Path

from socialmap.shell import build_assets
from socialmap.shell.assets import minified


def site(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_css", ".css").replace("_js", ".js").replace("_html", ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_space_and_comments_go() -> None:
    assert minified("/* why */ a , b {\n  color : red;\n}\n\n") == "a,b{color : red}"


def test_what_a_calculation_and_a_selector_need_stays() -> None:
    css = "a { inline-size: calc(1rem + 2vw); margin: 0 auto } a :hover { x: y } .a .b > c { d: e }"
    assert minified(css) == "a{inline-size: calc(1rem + 2vw);margin: 0 auto}a :hover{x: y}.a .b>c{d: e}"


def test_strings_stay_as_they_are() -> None:
    assert minified('a::after { content: " · "; }') == 'a::after{content: " · "}'
    assert minified('a::after { content: "a ;  {b} /* c */ , "; }') == 'a::after{content: "a ;  {b} /* c */ , "}'
    assert minified('a { font-family: "Segoe  UI" , serif }') == 'a{font-family: "Segoe  UI",serif}'


def test_a_name_follows_the_content(tmp_path: Path) -> None:
    first = build_assets((site(tmp_path, components__a__a_css="a{b:c}"),)).stylesheet
    same = build_assets((site(tmp_path, components__a__a_css="a { b:c }"),)).stylesheet
    other = build_assets((site(tmp_path, components__a__a_css="a{b:d}"),)).stylesheet
    assert first == same != other


def test_tokens_come_first_and_print_last(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        styles__tokens_css="t{a:b}",
        styles__base_css="b{a:b}",
        styles__print_css="p{a:b}",
        components__z__z_css="z{a:b}",
        components__a__a_css="a{a:b}",
    )
    assets = build_assets((folder,), tokens="h{a:b}")
    assert assets.files[assets.stylesheet] == b"t{a:b}b{a:b}h{a:b}a{a:b}z{a:b}p{a:b}"


def test_search_is_apart(tmp_path: Path) -> None:
    assets = build_assets((site(tmp_path, components__search__search_css="s{a:b}", components__search__search_js="1"),))
    assert assets.files[assets.apart["search"].stylesheet] == b"s{a:b}"
    assert assets.files[assets.apart["search"].script] == b"1"
    assert assets.files[assets.stylesheet] == b""


def test_nothing_but_styles_scripts_and_images_is_published(tmp_path: Path) -> None:
    folder = site(tmp_path, components__a__template_html="x", components__a__a_css="a{}", images__icon="")
    (folder / "images" / "icon.svg").write_text("<svg/>", "utf-8")
    (folder / "images" / "notes.md").write_text("x", "utf-8")
    (folder / "components" / "a" / "README.md").write_text("x", "utf-8")
    assert {Path(route).suffix for route in build_assets((folder,)).files} == {".css", ".js", ".svg"}


def test_a_municipality_replaces_one_file(tmp_path: Path) -> None:
    own, ours = tmp_path / "own", tmp_path / "ours"
    site(ours, components__a__a_css="a{b:c}", components__z__z_css="z{b:c}")
    site(own, components__a__a_css="a{b:own}")
    assets = build_assets((own, ours))
    assert assets.files[assets.stylesheet] == b"a{b:own}z{b:c}"
