"""The frame is cut at its slots; a page gets every part, and text cannot leave its place."""

import pytest

from socialmap.shell import Head, build_frame
from socialmap.shell.frame import SLOTS

HEAD = Head("A & <b>", '"x" <y>', "<meta>", "<li>", "<p>", "<main>")


def test_every_part_lands_in_its_slot() -> None:
    frame = build_frame(lambda marks: f"<t>{marks['title']}</t><d {marks['description']}>{marks['meta']}{marks['notice']}{marks['languages']}{marks['body']}.")  # fmt: skip # noqa: E501
    assert frame.pour(HEAD).decode() == "<t>A &amp; &lt;b&gt;</t><d &quot;x&quot; &lt;y&gt;><meta><p><li><main>."


@pytest.mark.parametrize("missing", SLOTS)
def test_a_frame_without_a_slot_is_refused(missing: str) -> None:
    present = [name for name in SLOTS if name != missing]
    with pytest.raises(ValueError, match=f"base.html has no slot for {missing}"):
        build_frame(lambda marks: "".join(marks[name] for name in present))


def test_a_slot_may_be_printed_twice() -> None:
    frame = build_frame(lambda marks: "".join(marks.values()) + marks["title"])
    assert frame.pour(HEAD).decode().count("A &amp; &lt;b&gt;") == 2
