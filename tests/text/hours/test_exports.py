"""Hours in the words of schema.org and HSDS."""

import json
from datetime import date

from hypothesis import given

from socialmap.text.hours import Holidays, Hours, exceptions, read_hours, to_hsds, to_schema_org
from text.hours.strategies import known_hours

CHRISTMAS = Holidays({date(2026, 12, 25): "Eerste Kerstdag"})


def hours(text: str) -> Hours:
    read = read_hours(text)
    assert isinstance(read, Hours), read
    return read


def hsds(text: str) -> list[dict[str, object]]:
    return [dict(pairs) for pairs in to_hsds(hours(text))]


def schema(text: str) -> list[dict[str, object]]:
    return [dict(pairs) for pairs in to_schema_org(hours(text))]


def test_weekly_hours_in_hsds() -> None:
    assert hsds("ma-wo 9-12; do 22:00-02:00") == [
        {"freq": "WEEKLY", "byday": "MO,TU,WE", "opens_at": "09:00", "closes_at": "12:00"},
        {"freq": "WEEKLY", "byday": "TH", "opens_at": "22:00", "closes_at": "02:00"},
    ]


def test_nth_weekdays_and_days_of_the_month_in_hsds() -> None:
    assert hsds("1e en laatste maandag van de maand 14-16")[0]["byday"] == "-1MO,1MO"
    assert hsds("elke 15e van de maand 10-12 uur") == [
        {"freq": "MONTHLY", "bymonthday": "15", "opens_at": "10:00", "closes_at": "12:00"}
    ]


def test_a_rhythm_has_its_interval_and_start_in_hsds() -> None:
    assert hsds("om de week di vanaf 5 januari 2027 10-12 uur") == [
        {
            "freq": "WEEKLY",
            "byday": "TU",
            "interval": "2",
            "dtstart": "2027-01-05",
            "opens_at": "10:00",
            "closes_at": "12:00",
        }
    ]


def test_a_dated_season_has_its_limits_in_both() -> None:
    text = "van 1 januari 2027 t/m 30 juni 2027: za 10-16"
    assert hsds(text)[0] | {"valid_from": "2027-01-01", "valid_to": "2027-06-30"} == hsds(text)[0]
    assert schema(text)[0] | {"validFrom": "2027-01-01", "validThrough": "2027-06-30"} == schema(text)[0]


def test_what_hsds_fields_cannot_say_stands_in_the_notes() -> None:
    assert hsds("1 april t/m 30 september: za 10-16")[0]["notes"] == "Apr-Sep Sa 10:00-16:00"
    assert hsds("do op afspraak") == [{"freq": "WEEKLY", "byday": "TH", "notes": 'Th unknown "by appointment"'}]


def test_weekly_hours_in_schema_org() -> None:
    assert schema("ma-di 9-12; wo vanaf 18:00") == [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ("Monday", "Tuesday"), "opens": "09:00", "closes": "12:00"},
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ("Wednesday",), "opens": "18:00"},
    ]


def test_deviations_are_dated_in_schema_org() -> None:
    found = hours("ma-vr 9-12; gesloten op feestdagen")
    deviations = exceptions(found, CHRISTMAS, first=date(2026, 12, 1), last=date(2026, 12, 31))
    assert dict(to_schema_org(found, deviations=deviations)[-1]) == {
        "@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00",
        "validFrom": "2026-12-25", "validThrough": "2026-12-25",
    }  # fmt: skip


def test_neither_says_anything_of_unknown_hours() -> None:
    assert (to_hsds(hours("onbekend")), to_schema_org(hours("onbekend"))) == ((), ())


@given(known_hours())
def test_every_export_is_json_with_the_fields_of_its_standard(found: Hours) -> None:
    fields = {
        "freq",
        "byday",
        "bymonthday",
        "interval",
        "dtstart",
        "opens_at",
        "closes_at",
        "valid_from",
        "valid_to",
        "notes",
    }
    for pairs in to_hsds(found):
        assert set(dict(pairs)) <= fields
        assert dict(pairs)["freq"] in ("WEEKLY", "MONTHLY")
    assert json.dumps([dict(pairs) for pairs in to_schema_org(found)])
