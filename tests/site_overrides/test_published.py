"""What a visitor can fetch of the overrides: styles, scripts and images, never a template or a text about them."""

from pathlib import PurePosixPath

from demo_site.building import Built

SOURCES = (".po", ".yml", ".yaml", ".py", ".md")


def routes(demo: Built) -> list[PurePosixPath]:
    return [PurePosixPath(path.relative_to(demo.root).as_posix()) for path in demo.root.rglob("*") if path.is_file()]


def test_no_source_is_published(demo: Built) -> None:
    found = [route for route in routes(demo) if route.parts[0] not in ("open-data", "pagefind")]
    assert [str(route) for route in found if route.suffix in SOURCES or route.name == "template.html"] == []


def test_assets_are_styles_scripts_and_images(demo: Built) -> None:
    found = {route.suffix for route in routes(demo) if route.parts[0] == "assets"}
    assert found == {".css", ".js", ".json", ".svg"}
