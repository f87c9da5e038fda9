"""The OSM syntax that we write is the hours that were read, for any hours."""

import opening_hours
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.hours import Hours, Rule, Span, read_hours, to_osm
from text.hours.strategies import known_hours


@given(
    st.one_of(known_hours(), st.sampled_from([Hours("unknown"), Hours("by_appointment"), Hours("unknown", (), True)]))
)
def test_writing_and_reading_gives_equal_hours(hours: Hours) -> None:
    assert read_hours(to_osm(hours)) == hours


@given(known_hours())
def test_another_reader_of_osm_takes_what_we_write(hours: Hours) -> None:
    assert opening_hours.OpeningHours(to_osm(hours)) is not None


def test_always_open_is_written_as_24_7() -> None:
    assert to_osm(Hours("known", (Rule(spans=(Span(0, 1440),)),))) == "24/7"
