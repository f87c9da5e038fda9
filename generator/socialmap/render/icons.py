"""Material's icons as inline SVG, read as files; the package that carries them is found but never imported."""

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

NAME = re.compile(r"^[a-z0-9]+(/[a-z0-9-]+)+$")
OPENING = re.compile(r"<svg\b[^>]*?(viewBox=\"[^\"]+\")[^>]*>")


class UnknownIconError(LookupError):
    """There is no icon of this name."""


def icon_folder() -> Path:
    """Where the icons of Material for MkDocs stand on this machine.

    Raises:
        FileNotFoundError: when the package is not installed.
    """
    found = find_spec("material")
    for place in found.submodule_search_locations or () if found else ():
        folder = Path(place) / "templates" / ".icons"
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the icons of mkdocs-material")


def icon_reader(folder: Path) -> Callable[[str], Markup]:
    """A reader of icons by name (`material/phone`), as decoration: hidden from screen readers.

    The reader raises UnknownIconError for a name that the set does not have.
    """

    @lru_cache(maxsize=512)
    def read(name: str) -> Markup:
        path = folder / f"{name}.svg"
        if not NAME.match(name) or not path.is_file():
            raise UnknownIconError(name)
        svg = OPENING.sub(r'<svg class="sm-icon" \1 aria-hidden="true" focusable="false">', path.read_text("utf-8"))
        return Markup(svg.strip())  # noqa: S704 - a file of the icon set

    return read
