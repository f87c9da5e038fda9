"""Foreign opening hours become hours of the house only when the house reader reads them."""

import pytest

from socialmap.imports.hours import clock_24, readable_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "Repeats every month on the third Tuesday 100 times. Tuesday, January 15, 2019 - 5:00pm to 7:00pm",
            "3e di van de maand 17:00-19:00",
        ),
        ("Monday 1pm - 8pm\r\nTuesday 10am - 5pm", "Monday 1pm - 8pm; Tuesday 10am - 5pm"),
        (
            "Repeats every 2 weeks every Saturday 24 times. Saturday, July 2, 2016 - 9:00am to 11:00pm",
            "",
        ),
        ("Various times to suit needs", ""),
        ("", ""),
    ],
)
def test_hours_are_rewritten_or_given_up(text: str, hours: str) -> None:
    assert readable_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9am-5pm", "09:00-17:00"),
        ("12am to 12pm", "00:00 to 12:00"),
        ("1.30-4:30pm", "13:30-16:30"),
        ("12noon-9pm", "12:00-21:00"),
        ("10-12", "10-12"),
    ],
)
def test_the_twelve_hour_clock_becomes_the_24_hour_clock(text: str, clock: str) -> None:
    assert clock_24(text) == clock
