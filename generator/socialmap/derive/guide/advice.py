"""What the guide says of each service once somebody answered: why it fits, what to ask, or the fact that excludes it.

Only facts exclude: an age limit, an area, a closure. All else that is not known becomes something to ask.
`site_overrides/components/guide/match.js` says the same in the browser; a test gives both the same cases.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socialmap.derive.guide.facts import Facts

OBSTACLES = ("internet", "dutch", "digid", "money", "transport")
AT_HOME = frozenset(("home_visit", "phone", "chat", "whatsapp", "email", "online"))
ONLINE = frozenset(("email", "website", "digid", "app"))
Reason = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said; empty is not said. `age` is a pair of years, from and up to and including."""

    groups: tuple[str, ...] = ()
    age: tuple[int, int] | None = None
    neighbourhood: str = ""
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one service: the fact that excludes it, or why it fits and what to ask; a reason is a code and its values."""

    id: str
    excluded: str
    why: tuple[Reason, ...]
    ask: tuple[Reason, ...]
    beside: bool = False


Advice = tuple[Verdict, ...]


def advise(services: Iterable[Facts], answers: Answers, *, today: str) -> Advice:
    """The verdicts: services that fit first, those with the most reasons and fewest questions before the others.

    Equal ones keep the order in which they came; `today` is an ISO date.
    """
    verdicts = [_judge(facts, answers, today) for facts in services]
    return tuple(sorted(verdicts, key=_rank))


def _rank(verdict: Verdict) -> tuple[bool, int]:
    return bool(verdict.excluded), len(verdict.ask) - 2 * len(verdict.why)


def _judge(facts: Facts, answers: Answers, today: str) -> Verdict:
    excluded = _excluded(facts, answers, today)
    if excluded:
        return Verdict(facts.id, excluded, (), ())
    why = (*_why_for_all(facts, answers), *_why_for_you(facts, answers))
    return Verdict(facts.id, "", why, tuple(_ask(facts, answers)), _needs_company(facts, answers))


def _excluded(facts: Facts, answers: Answers, today: str) -> str:
    if facts.paused or (facts.closed[1] and facts.closed[0] <= today <= facts.closed[1]):
        return "closed"
    if answers.age and (answers.age[1] < facts.low or answers.age[0] > facts.high):
        return "age"
    if answers.neighbourhood and facts.areas and answers.neighbourhood not in facts.areas:
        return "area"
    return ""


def _why_for_all(facts: Facts, answers: Answers) -> Iterator[Reason]:
    if facts.cost == "free":
        yield ("free",)
    if "walk_in" in facts.access:
        yield ("walk_in",)
    if "home_visit" in facts.access:
        yield ("home_visit",)
    if facts.threshold == "none" and not {"internet", "digid"} & set(answers.obstacles):
        yield ("no_internet",)


def _why_for_you(facts: Facts, answers: Answers) -> Iterator[Reason]:
    own = set(answers.groups)
    for term, _ in facts.groups:
        if term in own:
            yield ("group", term)
    if answers.neighbourhood and answers.neighbourhood in (*facts.places, *facts.areas):
        yield ("near", answers.neighbourhood)
    if "internet" in answers.obstacles and (facts.threshold == "none" or facts.offline):
        yield ("without_internet",)
    if "digid" in answers.obstacles and _without_digid(facts):
        yield ("without_digid",)
    if "dutch" in answers.obstacles:
        yield from _spoken(facts)
    if "money" in answers.obstacles and facts.city_pass:
        yield ("city_pass",)
    if "transport" in answers.obstacles and AT_HOME & set(facts.access):
        yield ("from_home",)


def _without_digid(facts: Facts) -> bool:
    return facts.threshold not in ("", "digid") or facts.offline


def _spoken(facts: Facts) -> Iterator[Reason]:
    others = tuple(language for language in facts.languages if language != "nl")
    if others:
        yield ("languages", *others)
    if facts.interpreter:
        yield ("interpreter",)


def _ask(facts: Facts, answers: Answers) -> Iterator[Reason]:
    yield from _ask_who(facts, answers)
    yield from _ask_obstacles(facts, frozenset(answers.obstacles), answers)
    if facts.full:
        yield ("room",)
    if "referral" in facts.access:
        yield ("referral",)
    if not facts.hours:
        yield ("hours",)


def _ask_who(facts: Facts, answers: Answers) -> Iterator[Reason]:
    only = [term for term, admission in facts.groups if admission == "only"]
    if only and not set(only) & set(answers.groups):
        yield ("only", *only)
    if (facts.low > 0 or facts.high < 120) and not _age_fits(facts, answers):
        yield ("age", str(facts.low), str(facts.high))
    if facts.areas and not answers.neighbourhood:
        yield ("area", *facts.areas)


def _age_fits(facts: Facts, answers: Answers) -> bool:
    return answers.age is not None and facts.low <= answers.age[0] and answers.age[1] <= facts.high


def _ask_obstacles(facts: Facts, obstacles: frozenset[str], answers: Answers) -> Iterator[Reason]:
    if "internet" in obstacles and facts.threshold != "none" and not facts.offline:
        yield ("internet",)
    if "digid" in obstacles and not _without_digid(facts):
        yield ("digid",)
    if "dutch" in obstacles and not facts.interpreter and not set(facts.languages) - {"nl"}:
        yield ("language",)
    if "money" in obstacles and facts.cost != "free":
        yield ("cost",)
    if "transport" in obstacles and not AT_HOME & set(facts.access) and not _is_near(facts, answers):
        yield ("transport",)


def _is_near(facts: Facts, answers: Answers) -> bool:
    return bool(answers.neighbourhood) and answers.neighbourhood in facts.places


def _needs_company(facts: Facts, answers: Answers) -> bool:
    """Whether somebody should sit beside: it is digital, and that is what stands in the way."""
    return facts.threshold in ONLINE and bool({"internet", "digid", "dutch"} & set(answers.obstacles))
