"""The printed table: ratios between rows, targets beside them, stages below."""

from benchmarks.measure import Figure, Run
from benchmarks.stages import Stage
from benchmarks.table import Row, as_growth, as_table
from benchmarks.targets import MB


def row(name: str, seconds: tuple[float, ...], *, memory: int = 50 * MB, pagefind: int = 0, size: int = 1_000) -> Row:
    """A row of so many records on a disk named `disk`."""
    runs = tuple(
        Run(each, memory, pagefind, {"read": Stage(0.5, 40 * MB)} if name == "build" else {}, 2.5) for each in seconds
    )
    return Row(name, name.title(), size, "disk", Figure(runs))


def test_a_table_shows_median_spread_memory_ratio_target_and_stages() -> None:
    lines = as_table([row("build", (1.0, 2.0, 4.0)), row("hugo", (1.0,), pagefind=MB)]).split("\n")
    assert [line.split("  ")[0] for line in lines] == ["1,000 records on disk", "", "Build", "", "", "Hugo"]
    assert [part.strip() for part in lines[2].split("  ") if part.strip()] == [
        "Build",
        "2.00 s",
        "1.00 s–4.00 s",
        "2.50 s",
        "50 MB",
        "2.00 × hugo",
        "≤ 1.50 × hugo MISSED",
    ]
    assert [line.split() for line in lines[3:5]] == [
        ["read", "0.500", "s", "40", "MB"],
        ["outside", "the", "stages", "1.50", "s"],
    ]
    assert lines[5].split()[-2:] == ["1", "MB"]


def test_a_target_is_met_at_its_edge() -> None:
    assert "≤ 1.50 × hugo met" in as_table([row("build", (1.5,)), row("hugo", (1.0,))])


def test_without_the_other_row_there_is_no_verdict() -> None:
    assert "met" not in as_table([row("build", (1.5,))])


def test_growth_is_held_against_the_next_size() -> None:
    rows = [row("build", (1.0,)), row("build", (11.0,), size=10_000, memory=250 * MB), row("hugo", (1.0,))]
    assert as_growth(rows) == ("Build on disk, 1,000 to 10,000 records: time 1.10 and memory 0.50 of linear growth")
