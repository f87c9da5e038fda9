"""What is open now, as the browser says it: by Node and Chromium, in any zone, against the golden table and Python."""

import json
import os
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from demo_site.building import REPOSITORY
from demo_site.hosting import hosted
from socialmap.text.hours import Hours, read_hours, state_at
from socialmap.text.hours.compact import closed_between, to_compact
from text.hours import golden
from text.hours.golden import DAYS, HOLIDAYS
from text.hours.strategies import known_hours

MODULE = REPOSITORY / "site_overrides" / "components" / "hours" / "open.js"
LETTERS = {"open": "o", "soon": "o", "later": "c", "closed": "c", "appointment": "n", "unknown": "n"}
ZONES = ("Pacific/Kiritimati", "America/St_Johns", "Pacific/Honolulu", "Asia/Kolkata", "UTC")
EPOCH = date(1970, 1, 1).toordinal()
ASKED = """async ([source, words, instants]) => {
  const { clockAt, readHours, stateAt } = await import(source);
  return words.map(readHours).map((hours) => instants.map((instant) => stateAt(hours, clockAt(instant)).state));
}"""


def millis(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)


def in_node(
    words: list[str], instants: list[datetime], *, zone: str = "Europe/Amsterdam"
) -> list[list[dict[str, Any]]]:
    asked = json.dumps({"words": words, "instants": [millis(instant) for instant in instants]})
    answer = subprocess.run(
        ["node", str(Path(__file__).with_name("open_hours.mjs")), str(MODULE)],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": zone},
    )
    found: list[list[dict[str, Any]]] = json.loads(answer.stdout)
    return found


def one(text: str, moment: str) -> dict[str, Any]:
    """The state of hours as people write them, at a moment on the clock of the places."""
    read = read_hours(text)
    assert isinstance(read, Hours), read
    instant = datetime.fromisoformat(moment).replace(tzinfo=golden.AMSTERDAM)
    return in_node([to_compact(read, DAYS)], [instant])[0][0]


def spoken(moment: dict[str, Any] | None) -> str:
    if moment is None:
        return ""
    day = date.fromordinal(moment["day"] + EPOCH)
    return f"{day} {moment['minute'] // 60:02}:{moment['minute'] % 60:02}"


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Pacific/Kiritimati", "America/St_Johns"])
def test_node_says_what_the_golden_table_says_in_any_zone(zone: str) -> None:
    cases = golden.read_cases()
    found = in_node([case.word for case in cases], golden.instants(), zone=zone)
    answers = {
        case.text: "".join(LETTERS[each["state"]] for each in row) for case, row in zip(cases, found, strict=True)
    }
    assert answers == {case.text: case.answers for case in cases}


@pytest.mark.browser
@pytest.mark.parametrize("zone", ZONES)
def test_chromium_says_the_same_whatever_zone_the_device_is_in(browser: Browser, zone: str) -> None:
    cases = golden.read_cases()
    with hosted(MODULE.parent, headers=False) as address:
        context = browser.new_context(timezone_id=zone)
        page = context.new_page()
        page.goto(f"{address}hours.css")
        asked = [f"{address}open.js", [case.word for case in cases], [millis(each) for each in golden.instants()]]
        found = page.evaluate(ASKED, asked)
        context.close()
    assert ["".join(LETTERS[state] for state in row) for row in found] == [case.answers for case in cases]


def test_until_and_next_are_those_of_the_evaluator() -> None:
    cases = [case for case in golden.read_cases() if "onbekend" not in case.text]
    instants = [instant for instant in golden.instants() if instant < datetime(2027, 11, 2, tzinfo=UTC)]
    wrong = []
    for case, row in zip(cases, in_node([case.word for case in cases], instants), strict=True):
        for instant, ours in zip(instants, row, strict=True):
            theirs = state_at(case.hours, golden.local(instant), HOLIDAYS)
            until = theirs.until.strftime("%Y-%m-%d %H:%M") if theirs.until else ""
            near = theirs.until is not None and theirs.until - golden.local(instant) < timedelta(days=60)
            if theirs.state == "open" and spoken(ours.get("until")) != (until if near else ""):
                wrong.append((case.text, instant, ours, until))
            if theirs.state == "closed" and theirs.then == "open" and near and spoken(ours.get("next")) != until:
                wrong.append((case.text, instant, ours, until))
    assert wrong == []


@settings(max_examples=4, deadline=None)
@given(st.lists(known_hours(), min_size=15, max_size=15), st.data())
def test_any_hours_are_the_same_in_python_and_javascript(found: list[Hours], data: st.DataObject) -> None:
    moments = data.draw(st.lists(st.datetimes(datetime(2026, 1, 2), datetime(2027, 12, 31)), min_size=40, max_size=40))
    instants = [moment.replace(tzinfo=UTC, second=0, microsecond=0) for moment in moments]
    rows = in_node([to_compact(hours, DAYS) for hours in found], instants)
    for hours, row in zip(found, rows, strict=True):
        theirs = [state_at(hours, golden.local(instant), HOLIDAYS).state for instant in instants]
        assert [kind(each["state"]) for each in row] == theirs


def kind(state: str) -> str:
    return {"soon": "open", "later": "closed", "appointment": "by_appointment"}.get(state, state)


@pytest.mark.parametrize(
    ("moment", "state", "until", "following"),
    [
        ("2026-11-23T08:59", "later", "", "2026-11-23 09:00"),
        ("2026-11-23T09:00", "open", "2026-11-23 12:30", ""),
        ("2026-11-23T11:59", "open", "2026-11-23 12:30", ""),
        ("2026-11-23T12:00", "soon", "2026-11-23 12:30", ""),
        ("2026-11-23T12:30", "closed", "", "2026-11-24 09:00"),
        ("2026-12-24T13:00", "closed", "", "2026-12-28 09:00"),
    ],
)
def test_each_state_begins_at_its_minute(moment: str, state: str, until: str, following: str) -> None:
    found = one("ma-vr 9:00-12:30; gesloten op feestdagen", moment)
    assert (found["state"], spoken(found.get("until")), spoken(found.get("next"))) == (state, until, following)


@pytest.mark.parametrize(
    ("text", "moment", "state"),
    [
        ("op afspraak", "2026-11-23T10:00", "appointment"),
        ("ma-vr 9-12 of op afspraak", "2026-11-23T10:00", "open"),
        ("ma-vr 9-12 of op afspraak", "2026-11-23T13:00", "appointment"),
        ("onbekend", "2026-11-23T10:00", "unknown"),
        ("ma 18:00-20:00+", "2026-11-23T19:50", "open"),
        ("ma 18:00-20:00+", "2026-11-23T21:00", "unknown"),
        ("ma 18:00-20:00+", "2026-11-24T00:00", "closed"),
        ("om de week di 10-12 uur", "2026-11-24T11:00", "unknown"),
        ("1e maandag van de maand 14:00-16:00", "2028-03-06T15:00", "unknown"),
    ],
)
def test_what_the_engine_has_no_word_for(text: str, moment: str, state: str) -> None:
    assert one(text, moment)["state"] == state


def test_always_open_has_no_end() -> None:
    assert one("24/7", "2026-10-25T02:30") == {"state": "open", "always": True}


def test_temporarily_closed_goes_before_all_hours_and_says_when_it_opens() -> None:
    hours = read_hours("ma-zo 22:00-02:00")
    assert isinstance(hours, Hours)
    word = to_compact(hours, DAYS)
    closed = closed_between(word, first=date(2026, 11, 23), last=date(2026, 11, 29))
    instants = [datetime(2026, 11, day, 22, tzinfo=UTC) for day in (22, 23, 29, 30)]
    found = in_node([closed], instants)[0]
    assert [each["state"] for each in found] == ["open", "paused", "paused", "open"]
    assert spoken(found[2]["next"]) == "2026-11-30 22:00"
    assert in_node([closed_between("", first=None, last=None)], instants)[0][0] == {"state": "paused"}
