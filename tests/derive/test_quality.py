"""The score of a service says what is missing, and nothing more: each criterion by itself, and their mean."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo_site.building import Built
from socialmap.catalogue import Entry, build_catalogue
from socialmap.derive.quality import CRITERIA, Known, Quality, freshness_share, quality_of
from socialmap.model import Location, Service
from socialmap.problems import Origin

TODAY = date(2026, 11, 22)
PLACES = {"known": {"latitude": 52.1, "longitude": 5.1}, "secret": {"confidential": True}, "bare": {}}
BARE = {"id": "x", "name": {"nl": "X"}, "kinds": ["hulp"], "themes": ["geld"]}
FULL = {
    **BARE,
    "assured_date": "2026-11-01",
    "summary": {"nl": "We helpen je met je brief."},
    "description": {"nl": "Kom langs met je brief. We lezen hem samen."},
    "phones": [{"number": "099 999 12 34"}],
    "schedule": "ma 9:00-12:00",
    "locations": [{"location": "known"}],
    "target_groups": [{"term": "iedereen"}],
    "cost": {"kind": "free"},
    "access": ["walk_in"],
    "digital_threshold": "none",
    "organization": "de-linde",
}


def known(**changes: object) -> Known:
    """What the criteria look at: three places, and a role for every service."""
    places = [
        Entry("location", Location.model_validate({"id": name, "name": {"nl": name}, **values}), Origin("l.yml"))
        for name, values in PLACES.items()
    ]
    return replace(Known(build_catalogue(places)[0], TODAY, ("nl",), {"x": "redactie"}), **changes)  # type: ignore[arg-type]


def quality(**values: object) -> Quality:
    """The quality of the full service with other values; None takes a value away."""
    wanted = {name: value for name, value in {**FULL, **values}.items() if value is not None}
    return quality_of(Service.model_validate(wanted), known=known())


def test_there_are_twelve_criteria_with_names_of_their_own() -> None:
    assert len({each.name for each in CRITERIA}) == len(CRITERIA) == 12


def test_a_service_that_says_it_all_has_the_full_score_and_nothing_to_do() -> None:
    full = quality()
    assert (full.score, full.short) == (1.0, ())
    assert "offline" not in full.by_criterion


def test_a_service_with_a_name_only_scores_almost_nothing() -> None:
    bare = quality_of(Service.model_validate(BARE), known=known(role_of={}))
    assert bare.score == 0.0
    assert set(bare.by_criterion) == {each.name for each in CRITERIA} - {"plain", "hours", "place"}


LACKING: dict[str, dict[str, object]] = {
    "fresh": {"assured_date": "2024-11-01"},
    "lead": {"summary": {"nl": "x " * 90}},
    "description": {"description": None},
    "plain": {"summary": {"nl": "Laagdrempelige multiproblematiek."}, "description": None},
    "reachable": {"phones": None, "access": ["online"], "url": "https://x.example"},
    "hours": {"schedule": None},
    "place": {"locations": [{"location": "known"}, {"location": "bare"}]},
    "for_whom": {"target_groups": None},
    "cost": {"cost": None},
    "way_in": {"access": None},
    "offline": {"digital_threshold": "digid"},
    "owner": {"organization": None},
}


@pytest.mark.parametrize("name", [each.name for each in CRITERIA])
def test_each_criterion_falls_short_of_what_it_is_about(name: str) -> None:
    assert quality().by_criterion.get(name, 1.0) == 1.0
    assert quality(**LACKING[name]).by_criterion[name] < 1.0


def test_the_worst_criterion_comes_first() -> None:
    assert quality(cost=None, organization=None).short == ("cost", "owner")


def test_a_secret_place_lacks_no_point() -> None:
    assert quality(locations=[{"location": "secret"}]).by_criterion["place"] == 1.0


@pytest.mark.parametrize(
    ("days", "share"), [(0, 1.0), (180, 1.0), (181, 549 / 550), (455, 0.5), (730, 0.0), (900, 0.0)]
)
def test_freshness_fades_between_half_a_year_and_two_years(days: int, share: float) -> None:
    assert freshness_share(TODAY - timedelta(days), today=TODAY) == pytest.approx(share)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_freshness_is_a_share(checked: date) -> None:
    assert 0 <= freshness_share(checked, today=TODAY) <= 1


def test_the_demo_is_well_described_and_no_service_escapes_the_score(demo: Built) -> None:
    derived = demo.derived
    roles = {name: role for (kind, name), role in derived.role_of.items() if kind == "service"}
    looked_at = Known(demo.catalogue, derived.today, demo.settings.languages, roles)
    scores = {name: quality_of(service, known=looked_at).score for name, service in demo.catalogue.services.items()}
    assert all(0 <= score <= 1 for score in scores.values())
    assert sorted(scores.values())[len(scores) // 2] > 0.8
