"""Whether a municipality's colours can be read: contrast by WCAG 2.2, criteria 1.4.3 and 1.4.11."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from socialmap.problems import Place, Problem, fault

TEXT = 4.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that stand on each other, and the contrast they need."""

    front: str
    back: str
    needed: float = TEXT


PAIRS = (
    Pair("action", "page"),
    Pair("action", "surface"),
    Pair("action", "tint"),
    Pair("on-action", "action"),
    Pair("part", "part-tint"),
    Pair("part", "page"),
)


def contrast(front: str, back: str, /) -> float:
    """The contrast ratio of two colours as `#rrggbb`, from 1 to 21."""
    light, dark = sorted((luminance(front), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour as `#rrggbb`."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def check_contrast(tokens: Mapping[str, str], *, scheme: str, file: str) -> Iterator[Problem]:
    """SM703 for each pair of colours in a scheme (light or dark) that is too hard to read."""
    for pair in PAIRS:
        ratio = contrast(tokens[pair.front], tokens[pair.back])
        if ratio < pair.needed:
            place = Place(file, field="style.colours")
            yield fault(
                "SM703",
                place,
                pair=f"{pair.front} / {pair.back}",
                scheme=scheme,
                ratio=f"{ratio:.1f}",
                needed=pair.needed,
            )
