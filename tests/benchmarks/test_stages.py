"""Stages: seconds from what a command said, memory from what was seen meanwhile."""

from benchmarks.stages import Line, Sample, Stage, read_stages


def test_stages_are_lines_of_a_name_a_tab_and_seconds() -> None:
    said = [Line(1.0, "read\t0.5"), Line(1.1, "other words"), Line(4.0, "render\t2"), Line(4.0, "a\tb")]
    assert read_stages(said, ()) == {"read": Stage(0.5, 0), "render": Stage(2.0, 0)}


def test_a_stage_has_the_most_memory_that_was_seen_in_it() -> None:
    samples = [Sample(0.4, 90), Sample(0.5, 10), Sample(0.9, 30), Sample(1.0, 20), Sample(1.1, 80)]
    assert read_stages([Line(1.0, "read\t0.5")], samples) == {"read": Stage(0.5, 30)}


def test_a_name_that_comes_back_is_one_stage() -> None:
    said = [Line(1.0, "search\t0.5"), Line(3.0, "search\t0.25")]
    assert read_stages(said, [Sample(0.9, 30), Sample(2.9, 20)]) == {"search": Stage(0.75, 30)}
