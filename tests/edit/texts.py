"""YAML as people write it, made up: every style, comments and empty lines anywhere; for the tests of `edit`."""

from hypothesis import strategies as st

KEYS = (
    "naam",
    "naam@en",
    "samenvatting",
    "kosten",
    "telefoon",
    "locaties",
    "rol",
    "themas",
    "onbekend",
    "lat",
    "yes",
    "1",
)
WORDS = (
    "huis",
    "012",
    "12",
    "ja",
    "no",
    "null",
    "~",
    "2.50",
    "13:30",
    "2026-03-14",
    "a: b",
    "# x",
    "it's",
    '"q"',
    "x #y",
)
MORE = (
    "@x",
    "- y",
    "",
    " z ",
    "é",
    "日本",
    "a,b",
    "[k]",
    "on",
    "1e3",
    "0x1F",
    "\\",
    "a\tb",
    "*s",
    "Let op:",
    ":x",
    "?",
)
COMMENT = st.sampled_from(("# een", "# twee: drie", "#vier", "# 'vijf", "# [zes"))
TEXT = st.sampled_from(WORDS + MORE) | st.text(alphabet="ab :#-'\"\\é,[]{}\n", max_size=8)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text that mostly can be read, with a map or a list of maps."""
    lines = [*draw(loose(0)), *draw(st.sampled_from((maps, lists)))(draw, 0, 3), *draw(loose(0))]
    return "\n".join(lines) + draw(st.sampled_from(("\n", "")))


def loose(depth: int) -> st.SearchStrategy[list[str]]:
    """Empty lines and comments of their own, mostly as far to the right as what follows."""
    pads = st.sampled_from((depth, depth, depth, depth + 2, 0)).map(" ".__mul__)
    line = st.just("") | st.builds("{}{}".format, pads, COMMENT)
    return st.lists(line, max_size=2) | st.just([])


def tail(draw: st.DrawFn) -> str:
    return draw(st.just("") | COMMENT.map(" {}".format))


def maps(draw: st.DrawFn, depth: int, levels: int) -> list[str]:
    found: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True)):
        head, *more = value(draw, depth, levels)
        found += [*draw(loose(depth)), f"{' ' * depth}{key}:{head}", *more]
    return found


def lists(draw: st.DrawFn, depth: int, levels: int) -> list[str]:
    found: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        found += draw(loose(depth))
        if levels and draw(st.booleans()):
            inside = maps(draw, depth + 2, levels - 1)
            first = next(at for at, line in enumerate(inside) if line.strip() and not line.strip().startswith("#"))
            found += [f"{' ' * depth}- {inside[first].strip()}", *inside[first + 1 :]]
        else:
            head, *more = value(draw, depth, 0)
            found += [f"{' ' * depth}-{head}", *more]
    return found


def value(draw: st.DrawFn, depth: int, levels: int) -> list[str]:
    kind = draw(st.sampled_from(("scalar", "block", "flow", "long flow", "map", "list", "nothing")))
    if kind == "map" and levels:
        return [tail(draw), *maps(draw, depth + 2, levels - 1)]
    if kind == "list" and levels:
        return [tail(draw), *lists(draw, depth + draw(st.sampled_from((0, 2))), levels - 1)]
    if kind == "block":
        return block(draw, depth)
    if kind == "flow":
        return [f" {flow(draw)}{tail(draw)}"]
    if kind == "long flow":
        items = [f"{' ' * (depth + 4)}{scalar(draw)},{tail(draw)}" for _ in range(draw(st.integers(1, 3)))]
        return [f" [{tail(draw)}", *items, f"{' ' * (depth + 2)}]{tail(draw)}"]
    return [tail(draw)] if kind == "nothing" else [f" {scalar(draw)}{tail(draw)}"]


def block(draw: st.DrawFn, depth: int) -> list[str]:
    sign = draw(st.sampled_from(("|", ">", "|-", ">-", "|+")))
    body = draw(st.lists(st.sampled_from(("een", "# geen commentaar", "", "  verder", "a: b")), min_size=1, max_size=4))
    return [f" {sign}{tail(draw)}", *(f"{' ' * (depth + 2)}{line}" if line else "" for line in body)]


def flow(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return f"[{', '.join(scalar(draw) for _ in range(draw(st.integers(0, 3))))}]"
    keys = draw(st.lists(st.sampled_from(KEYS), max_size=2, unique=True))
    return "{" + ", ".join(f"{key}: {scalar(draw)}" for key in keys) + "}"


def scalar(draw: st.DrawFn) -> str:
    text = draw(TEXT)
    style = draw(st.sampled_from(("plain", "double", "single")))
    if style == "plain" and text.strip() and "\n" not in text:
        return text
    if style == "single" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
