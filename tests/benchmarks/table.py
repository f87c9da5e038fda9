"""The printed table: per size and disk the rows with time, spread, memory and ratios, targets and stages with them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.measure import Figure
from benchmarks.stages import Stage
from benchmarks.targets import MB, Target, target_of

HEAD = ("", "median", "spread", "processor", "memory", "Pagefind", "ratio", "target")
OWN = ("build", "build+search", "check yaml", "check csv", "change")


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: what, of how many records, on which disk."""

    name: str
    title: str
    size: int
    disk: str
    figure: Figure


def as_table(rows: Iterable[Row]) -> str:
    """All rows as one text table, a block per disk and size, socialmap's stages under its builds."""
    groups: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.disk, row.size), []).append(row)
    blocks = ("\n".join(_block(disk, size, group)) for (disk, size), group in groups.items())
    return "\n\n".join(blocks)


def as_growth(rows: Iterable[Row]) -> str:
    """How time and memory of socialmap's builds grow from each size to the next; 1.00 is linear, the target 0.8–1.2."""
    own = [row for row in rows if row.name in ("build", "build+search")]
    lines: list[str] = []
    for one in own:
        larger = [row for row in own if (row.name, row.disk) == (one.name, one.disk) and row.size > one.size]
        if larger:
            two = min(larger, key=lambda row: row.size)
            times = two.size / one.size
            time, memory = two.figure.seconds / one.figure.seconds, two.figure.memory / one.figure.memory
            lines.append(
                f"{one.title} on {one.disk}, {one.size:,} to {two.size:,} records: time {time / times:.2f} and memory "
                f"{memory / times:.2f} of linear growth"
            )
    return "\n".join(lines)


def _block(disk: str, size: int, rows: list[Row]) -> Iterator[str]:
    yield f"{size:,} records on {disk}"
    cells = [HEAD, *(line for row in rows for line in _lines(row, {each.name: each.figure for each in rows}))]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    for line in cells:
        yield "  ".join(
            _pad(cell, width, column) for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()


def _pad(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column in (0, 6, 7) else cell.rjust(width)


def _lines(row: Row, figures: Mapping[str, Figure]) -> Iterator[tuple[str, ...]]:
    figure, target = row.figure, target_of(row.name, row.size)
    ratios = _ratios(row, figures, target)
    yield (
        row.title,
        _seconds(figure.seconds),
        "–".join(_seconds(edge) for edge in figure.spread),
        _seconds(figure.processor),
        _megabytes(figure.memory),
        _megabytes(figure.pagefind),
        "; ".join(f"{ratio:.2f} × {name}" for name, ratio in ratios.items()),
        _verdicts(figure, target, ratios),
    )
    for name, stage in _stages(figure):
        yield f"  {name}", _seconds(stage.seconds), "", "", _megabytes(stage.memory), "", "", ""


def _stages(figure: Figure) -> Iterator[tuple[str, Stage]]:
    """The stages that took time, and what no stage accounts for: starting, reporting and ending."""
    found = figure.stages
    yield from ((name, stage) for name, stage in found.items() if stage.seconds >= 0.001)
    if found:
        yield "outside the stages", Stage(max(figure.seconds - sum(each.seconds for each in found.values()), 0.0), 0)


def _ratios(row: Row, figures: Mapping[str, Figure], target: Target | None) -> dict[str, float]:
    names = [*(target.ratios if target else ()), *(_others(row, figures) if row.name in OWN else ())]
    return {name: row.figure.seconds / figures[name].seconds for name in dict.fromkeys(names) if name in figures}


def _others(row: Row, figures: Mapping[str, Figure]) -> Iterator[str]:
    peers = {
        "build": ("hugo", "hugo-files", "eleventy", "material"),
        "build+search": ("hugo+pagefind", "eleventy+pagefind", "material"),
        "change": ("hugo change", "hugo-files change"),
    }
    yield from (name for name in peers.get(row.name, ()) if name in figures)


def _verdicts(figure: Figure, target: Target | None, ratios: Mapping[str, float]) -> str:
    if target is None:
        return ""
    found = [(f"≤ {most:.2f} × {name}", ratios[name] <= most) for name, most in target.ratios.items() if name in ratios]
    if target.bytes:
        found.append((f"< {target.bytes / MB:.0f} MB", figure.memory < target.bytes))
    if target.seconds:
        found.append((f"≤ {target.seconds} s", figure.seconds <= target.seconds))
    return "; ".join(f"{text} {'met' if met else 'MISSED'}" for text, met in found)


def _megabytes(size: float) -> str:
    return f"{size / MB:.0f} MB" if size else ""


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f} s" if seconds < 1 else f"{seconds:.2f} s"
