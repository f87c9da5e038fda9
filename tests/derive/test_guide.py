"""The guide excludes by facts alone, says why a service fits and what to ask, and says the same in the browser."""

import json
from dataclasses import asdict, replace
from random import Random

import pytest

from demo_site.building import REPOSITORY
from demo_site.scripts import run_module
from socialmap.derive.guide import Answers, Facts, advise, plain_facts
from socialmap.derive.guide.advice import OBSTACLES

MODULE = REPOSITORY / "site_overrides/components/guide/match.js"
ASK = (
    "export default (module, cases) => "
    "cases.map(({ services, answers, today }) => module.advise(services, answers, today));"
)
TODAY = "2026-11-02"
PLAIN = Facts(
    id="x", low=0, high=120, areas=(), places=(), groups=(), cost="", city_pass=False, threshold="", offline=False,
    languages=(), interpreter=False, access=(), hours="known", full=False, paused=False, closed=("", ""),
)  # fmt: skip
AREAS = ("noord", "zuid", "oost")
GROUPS = ("ouderen", "vrouwen", "jongeren", "nieuwkomers")


def some(dice: Random, words: tuple[str, ...]) -> tuple[str, ...]:
    """A few of these words."""
    return tuple(word for word in words if dice.random() < 0.35)


def service(dice: Random, number: int) -> Facts:
    """A service with facts of every kind, many of them unknown."""
    low, high = sorted((dice.choice((0, 0, 12, 18)), dice.choice((17, 27, 67, 120, 120))))
    return Facts(
        id=f"s{number}", low=low, high=high, areas=some(dice, AREAS), places=some(dice, AREAS),
        groups=tuple((term, dice.choice(("only", "preferably", "everyone"))) for term in some(dice, GROUPS)),
        cost=dice.choice(("", "free", "amount", "income")), city_pass=dice.random() < 0.2,
        threshold=dice.choice(("", "none", "email", "website", "digid", "app")), offline=dice.random() < 0.4,
        languages=some(dice, ("nl", "en", "ar", "tr")), interpreter=dice.random() < 0.3,
        access=some(dice, ("walk_in", "phone", "home_visit", "referral", "online", "appointment")),
        hours=dice.choice(("", "known")), full=dice.random() < 0.2, paused=dice.random() < 0.1,
        closed=dice.choice((("", ""), ("", ""), ("", "2026-11-02"), ("2026-11-03", "9999-12-31"))),
    )  # fmt: skip


def answers(dice: Random) -> Answers:
    """What somebody might say."""
    return Answers(
        groups=some(dice, GROUPS),
        age=dice.choice((None, (0, 11), (12, 17), (18, 26), (27, 66), (67, 120))),
        neighbourhood=dice.choice(("", *AREAS)),
        obstacles=some(dice, OBSTACLES),
    )


def test_the_browser_says_the_same_of_many_services_and_answers() -> None:
    dice = Random(3)
    asked = [([service(dice, n) for n in range(8)], answers(dice)) for _ in range(400)]
    given = [
        {"services": [plain_facts(each) for each in services], "answers": asdict(said), "today": TODAY}
        for services, said in asked
    ]
    expected = [[asdict(verdict) for verdict in advise(services, said, today=TODAY)] for services, said in asked]
    assert json.loads(run_module(MODULE, ASK, given)) == json.loads(json.dumps(expected))


@pytest.mark.parametrize(
    ("facts", "said", "excluded"),
    [
        ({"low": 18}, Answers(age=(12, 17)), "age"),
        ({"low": 17}, Answers(age=(12, 17)), ""),
        ({"high": 11}, Answers(age=(12, 17)), "age"),
        ({"high": 12}, Answers(age=(12, 17)), ""),
        ({"low": 18}, Answers(), ""),
        ({"areas": ("noord",)}, Answers(neighbourhood="zuid"), "area"),
        ({"areas": ("noord",)}, Answers(neighbourhood="noord"), ""),
        ({"areas": ("noord",)}, Answers(), ""),
        ({"places": ("noord",)}, Answers(neighbourhood="zuid"), ""),
        ({"paused": True}, Answers(), "closed"),
        ({"closed": ("", "2026-11-01")}, Answers(), ""),
        ({"closed": ("", TODAY)}, Answers(), "closed"),
        ({"closed": (TODAY, "9999-12-31")}, Answers(), "closed"),
        ({"closed": ("2026-11-03", "9999-12-31")}, Answers(), ""),
        ({"groups": (("vrouwen", "only"),)}, Answers(), ""),
        ({"cost": "amount"}, Answers(obstacles=("money",)), ""),
        ({"threshold": "digid"}, Answers(obstacles=("digid", "internet")), ""),
    ],
)
def test_only_an_age_an_area_and_a_closure_exclude(facts: dict[str, object], said: Answers, excluded: str) -> None:
    (verdict,) = advise([replace(PLAIN, **facts)], said, today=TODAY)
    assert verdict.excluded == excluded


@pytest.mark.parametrize(
    ("facts", "said", "why", "ask"),
    [
        ({"cost": "free", "access": ("walk_in",)}, Answers(), (("free",), ("walk_in",)), ()),
        ({"groups": (("vrouwen", "only"),)}, Answers(), (), (("only", "vrouwen"),)),
        ({"groups": (("vrouwen", "only"),)}, Answers(groups=("vrouwen",)), (("group", "vrouwen"),), ()),
        ({"low": 18}, Answers(), (), (("age", "18", "120"),)),
        ({"low": 16}, Answers(age=(12, 17)), (), (("age", "16", "120"),)),
        ({"areas": ("noord",)}, Answers(), (), (("area", "noord"),)),
        ({"places": ("noord",)}, Answers(neighbourhood="noord"), (("near", "noord"),), ()),
        ({"threshold": "digid"}, Answers(obstacles=("digid",)), (), (("digid",),)),
        ({"threshold": "digid", "offline": True}, Answers(obstacles=("digid",)), (("without_digid",),), ()),
        ({"threshold": "none"}, Answers(obstacles=("internet",)), (("without_internet",),), ()),
        ({}, Answers(obstacles=("internet",)), (), (("internet",),)),
        ({"languages": ("nl", "ar")}, Answers(obstacles=("dutch",)), (("languages", "ar"),), ()),
        ({"languages": ("nl",)}, Answers(obstacles=("dutch",)), (), (("language",),)),
        ({"cost": "amount", "city_pass": True}, Answers(obstacles=("money",)), (("city_pass",),), (("cost",),)),
        ({"access": ("phone",)}, Answers(obstacles=("transport",)), (("from_home",),), ()),
        ({"access": ("walk_in",)}, Answers(obstacles=("transport",)), (("walk_in",),), (("transport",),)),
        ({"hours": "", "full": True}, Answers(), (), (("room",), ("hours",))),
    ],
)
def test_what_is_known_is_a_reason_and_what_is_not_becomes_a_question(
    facts: dict[str, object], said: Answers, why: tuple[object, ...], ask: tuple[object, ...]
) -> None:
    (verdict,) = advise([replace(PLAIN, **facts)], said, today=TODAY)
    assert (verdict.why, verdict.ask) == (why, ask)


def test_somebody_sits_beside_only_where_it_is_digital_and_that_stands_in_the_way() -> None:
    digital, by_phone = replace(PLAIN, id="d", threshold="digid"), replace(PLAIN, id="p", threshold="none")
    verdicts = advise([digital, by_phone], Answers(obstacles=("digid",)), today=TODAY)
    assert {verdict.id: verdict.beside for verdict in verdicts} == {"d": True, "p": False}
    assert not any(verdict.beside for verdict in advise([digital], Answers(), today=TODAY))


def test_what_fits_comes_first_and_what_is_excluded_last() -> None:
    free, dear = replace(PLAIN, id="free", cost="free"), replace(PLAIN, id="dear", cost="amount")
    shut = replace(PLAIN, id="shut", paused=True)
    found = advise([shut, dear, free], Answers(obstacles=("money",)), today=TODAY)
    assert [verdict.id for verdict in found] == ["free", "dear", "shut"]
