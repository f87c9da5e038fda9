"""A municipality's house style as design tokens: the CSS it adds, and all token values of a scheme."""

import re
from collections.abc import Mapping

from socialmap.model.settings import HouseStyle

TOKEN = re.compile(r"--sm-color-([a-z-]+):\s*(#[0-9a-fA-F]{6})")
DARK = "prefers-color-scheme: dark"


def scheme_tokens(css: str, *, dark: bool) -> dict[str, str]:
    """The colours in a stylesheet of tokens: those of the light scheme, with the dark ones over them when asked."""
    light, _, rest = css.partition(DARK)
    return dict(TOKEN.findall(light)) | (dict(TOKEN.findall(rest)) if dark else {})


def own_tokens(style: HouseStyle) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The colours that a municipality replaces, light and dark; a dark one left out keeps ours."""
    colours = style.colours
    light = {"action": colours.action, "part": colours.part}
    dark = {"action": colours.action_dark, "part": colours.part_dark}
    return (
        {name: value for name, value in light.items() if value},
        {name: value for name, value in dark.items() if value},
    )


def style_css(style: HouseStyle, *, font_route: str = "") -> str:
    """The CSS of a house style, to come after our own tokens."""
    light, dark = own_tokens(style)
    parts = (
        [f'@font-face{{font-family:"Eigen";src:url("{font_route}") format("woff2");font-display:swap}}']
        if font_route
        else []
    )
    font = f"--sm-font: {style.font}" if style.font else '--sm-font: "Eigen", sans-serif' if font_route else ""
    declared = [*(f"--sm-color-{name}: {value}" for name, value in light.items()), *((font,) if font else ())]
    if declared:
        parts.append(f":root {{ {'; '.join(declared)} }}")
    if dark:
        inside = "; ".join(f"--sm-color-{name}: {value}" for name, value in dark.items())
        parts.append(f"@media screen and ({DARK}) {{ :root {{ {inside} }} }}")
    return "\n".join(parts)
