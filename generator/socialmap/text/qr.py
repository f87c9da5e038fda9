"""The QR code of an address as the path of an SVG drawing; called by the views for pages that somebody prints.

A code is made for every page of a service, so it must cost next to nothing: what is the same for all codes of one size
is worked out once, and the rest is a few operations on large numbers. Of the eight masks of the standard one is always
used: every reader takes any, and choosing costs more than all the rest.

Source: ISO/IEC 18004:2015, byte mode, versions 1 to 9.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, product, zip_longest
from operator import itemgetter

QUIET = 4
FIELD = 0x11D
ALIGNED: tuple[tuple[int, ...], ...] = (
    (), (6, 18), (6, 22), (6, 26), (6, 30), (6, 34), (6, 22, 38), (6, 24, 42), (6, 26, 46),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as one dashed line, 1 wide, that goes through all rows in turn, to the right and back.

    `side` counts its modules with the quiet zone, `path` is the line, `dashes` how long it is dark and light by turns.
    Such a drawing takes half the bytes of one that draws each dark piece by itself.
    """

    side: int
    path: str
    dashes: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A size of code with a level of correction: `check` bytes for each of the `blocks` of `data` bytes."""

    version: int
    level: int
    check: int
    blocks: int
    data: int

    @property
    def size(self) -> int:
        """How many modules are on a side."""
        return 17 + 4 * self.version

    @property
    def room(self) -> int:
        """How many bytes of text fit; two are taken by the mode, the length and the end."""
        return self.blocks * self.data - 2


LOW, MIDDLE = 1, 0
KINDS: tuple[Kind, ...] = (
    Kind(1, MIDDLE, 10, 1, 16), Kind(1, LOW, 7, 1, 19), Kind(2, MIDDLE, 16, 1, 28), Kind(2, LOW, 10, 1, 34),
    Kind(3, MIDDLE, 26, 1, 44), Kind(3, LOW, 15, 1, 55), Kind(4, MIDDLE, 18, 2, 32), Kind(4, LOW, 20, 1, 80),
    Kind(5, MIDDLE, 24, 2, 43), Kind(5, LOW, 26, 1, 108), Kind(6, MIDDLE, 16, 4, 27), Kind(6, LOW, 18, 2, 68),
    Kind(7, MIDDLE, 18, 4, 31), Kind(7, LOW, 20, 2, 78), Kind(8, LOW, 24, 2, 97), Kind(9, LOW, 30, 2, 116),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """What all codes of a kind share.

    `path` is a line through all modules; `order` picks for each place on it its bit of the text of bits (the last one,
    `0`, where it carries none), and `pattern` holds the fixed modules and the mask, the first of which is dark.
    `remainders` are the check bytes that follow from each leading byte.
    """

    order: Callable[[str], Iterable[str]]
    pattern: int
    remainders: tuple[int, ...]
    path: str


def draw_code(text: str) -> Code | None:
    """The QR code of a text; none for a text that is longer than 230 bytes."""
    body = text.encode()
    kind = next((kind for kind in KINDS if len(body) <= kind.room), None)
    if kind is None:
        return None
    layout = _layout(kind)
    words = _with_checks(_padded(body, kind), kind, layout)
    bits = f"{int.from_bytes(words):0{8 * len(words)}b}00000000"
    line = f"{int(''.join(layout.order(bits)), 2) ^ layout.pattern:b}"
    runs = line.replace("10", "1 0").replace("01", "0 1").split()
    return Code(kind.size + 2 * QUIET, layout.path, " ".join(map(str, map(len, runs))))


def _padded(body: bytes, kind: Kind) -> bytes:
    """The mode (4: bytes), the length, the text, its end, and what fills the rest."""
    head = (0x4 << 8 | len(body)) << 8 * len(body)
    filled = (head | int.from_bytes(body)) << 4
    return filled.to_bytes(len(body) + 2) + (b"\xec\x11" * kind.room)[: kind.room - len(body)]


def _with_checks(words: bytes, kind: Kind, layout: Layout) -> bytes:
    """The words of all blocks in turn, then the check words of all blocks in turn."""
    blocks = [words[at : at + kind.data] for at in range(0, len(words), kind.data)]
    checks = [_check(block, kind.check, layout.remainders) for block in blocks]
    return bytes(chain(chain.from_iterable(zip(*blocks, strict=True)), chain.from_iterable(zip(*checks, strict=True))))


def _check(block: bytes, length: int, remainders: tuple[int, ...]) -> bytes:
    """The check words of a block (Reed-Solomon): what is left of dividing it by the generator."""
    top, rest, room = 8 * (length - 1), 0, (1 << 8 * length) - 1
    for word in block:
        rest = (rest << 8 & room) ^ remainders[(rest >> top) ^ word]
    return rest.to_bytes(length)


@cache
def _layout(kind: Kind) -> Layout:
    fixed = dict(_fixed(kind))
    bits = 8 * kind.blocks * (kind.data + kind.check)
    place = dict(zip(_free(kind.size, fixed), range(bits), strict=False))
    line = list(_line(kind.size))
    dark = (spot is not None and fixed.get(spot, sum(spot) % 2 == 0) for spot in line)
    order = itemgetter(*(bits if spot is None else place.get(spot, bits) for spot in line))
    pattern = int("".join("1" if each else "0" for each in dark), 2)
    return Layout(order, pattern, _remainders(kind.check), _path(kind.size))


def _line(size: int) -> Iterator[tuple[int, int] | None]:
    """The modules of all rows, to the right and back; between two rows are the three places where the line turns."""
    for y in range(size):
        yield from () if y == 0 else (None, None, None)
        yield from ((x, y) for x in (range(size - 1, -1, -1) if y % 2 else range(size)))


def _path(size: int) -> str:
    """That line, through the middle of each row: it goes one module out, down, and one in."""
    turns = ("h-1v1h1" if y % 2 else "h1v1h-1" for y in range(size - 1))
    rows = (f"h-{size}" if y % 2 else f"h{size}" for y in range(size))
    return f"M{QUIET} {QUIET}.5" + "".join(map("".join, zip_longest(rows, turns, fillvalue="")))


def _fixed(kind: Kind) -> Iterator[tuple[tuple[int, int], bool]]:
    """The modules that carry no text; of two for the same place the later holds."""
    size = kind.size
    for at in range(size):
        yield from (((at, 6), at % 2 == 0), ((6, at), at % 2 == 0))
    for x, y in ((3, 3), (size - 4, 3), (3, size - 4)):
        yield from _square(x, y, reach=4, dark=(0, 1, 3), size=size)
    aligned = ALIGNED[kind.version - 1]
    corners = {(6, 6), *((6, end) for end in aligned[-1:]), *((end, 6) for end in aligned[-1:])}
    for x, y in product(aligned, aligned):
        if (x, y) not in corners:
            yield from _square(x, y, reach=2, dark=(0, 2), size=size)
    yield from _format(kind)
    yield from _version(kind) if kind.version >= 7 else ()


def _square(x: int, y: int, *, reach: int, dark: tuple[int, ...], size: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """Squares in each other; `dark` are the distances from the middle at which modules are dark."""
    span = range(-reach, reach + 1)
    for right, down in product(span, span):
        if 0 <= x + right < size and 0 <= y + down < size:
            yield (x + right, y + down), max(abs(right), abs(down)) in dark


def _format(kind: Kind) -> Iterator[tuple[tuple[int, int], bool]]:
    """The level of correction and the mask (0), twice, with the module that is always dark."""
    word = _protected(kind.level << 3, divisor=0x537, length=10) ^ 0x5412
    size = kind.size
    upright = [*((8, y) for y in (0, 1, 2, 3, 4, 5, 7, 8)), *((8, size - 7 + at) for at in range(7))]
    flat = [*((size - 1 - at, 8) for at in range(8)), *((x, 8) for x in (7, 5, 4, 3, 2, 1, 0))]
    for at, spots in enumerate(zip(upright, flat, strict=True)):
        yield from ((spot, bool(word >> at & 1)) for spot in spots)
    yield (8, size - 8), True


def _version(kind: Kind) -> Iterator[tuple[tuple[int, int], bool]]:
    word = _protected(kind.version, divisor=0x1F25, length=12)
    for at in range(18):
        near, far = at // 3, kind.size - 11 + at % 3
        yield from (((near, far), bool(word >> at & 1)), ((far, near), bool(word >> at & 1)))


def _protected(word: int, *, divisor: int, length: int) -> int:
    """A word with its own check bits behind it (BCH)."""
    rest = word << length
    while rest.bit_length() > length:
        rest ^= divisor << rest.bit_length() - length - 1
    return word << length | rest


def _free(size: int, fixed: dict[tuple[int, int], bool]) -> Iterator[tuple[int, int]]:
    """The other modules in the order in which bits are put in them: up and down in columns of two, from the right."""
    rights = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    for turn, right in enumerate(rights):
        for y in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield from ((x, y) for x in (right, right - 1) if (x, y) not in fixed)


def _remainders(length: int) -> tuple[int, ...]:
    """For each byte its product with the generator of so many check words, without the leading one."""
    generator = [1]
    root = 1
    for _ in range(length):
        longer = [*generator, 0]
        generator = [each ^ _times(below, root) for each, below in zip(longer, [0, *generator], strict=True)]
        root = _times(root, 2)
    return tuple(int.from_bytes(bytes(_times(word, each) for each in generator[1:])) for word in range(256))


def _times(one: int, other: int) -> int:
    """The product of two words in the field of 256."""
    found = 0
    for at in range(7, -1, -1):
        found = found << 1 ^ (found >> 7) * FIELD
        found ^= (other >> at & 1) * one
    return found
