"""The answers as lines for a terminal, as JSON for programs, and as the text of an issue; called by the pipeline."""

import json
from collections.abc import Iterator, Mapping, Sequence

from socialmap.links.values import TOLD, Answer, Mention, State

Words = Mapping[str, str]
ORDER: tuple[State, ...] = ("gone", "unknown", "private", "failed", "circle", "moved")
SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#@!"})


def by_role(mentions: Sequence[Mention], answers: Mapping[str, Answer]) -> Mapping[str, tuple[Mention, ...]]:
    """What each role should look at: the mentions of addresses that are not as they should be, worst first."""
    told = [mention for mention in mentions if answers[mention.url].state in TOLD]
    told.sort(key=lambda each: (each.role, ORDER.index(answers[each.url].state), each.file, each.field, each.url))
    found: dict[str, list[Mention]] = {}
    for mention in told:
        found.setdefault(mention.role, []).append(mention)
    return {role: tuple(each) for role, each in found.items()}


def write_text(mentions: Sequence[Mention], answers: Mapping[str, Answer], *, words: Words) -> str:
    """Everything that somebody should look at, per role, and how many addresses there are."""
    return "\n".join((*_lines(mentions, answers, words), _total(answers, words))) + "\n"


def _lines(mentions: Sequence[Mention], answers: Mapping[str, Answer], words: Words) -> Iterator[str]:
    for role, told in by_role(mentions, answers).items():
        yield role or words["nobody"]
        for mention in told:
            yield f"  {mention.file} ({mention.field}): {mention.url}"
            yield f"    {_said(answers[mention.url], words)}"
        yield ""


def _said(answer: Answer, words: Words) -> str:
    status = f" ({answer.status})" if answer.status else ""
    return words[answer.state].replace("{target}", answer.target) + status


def _total(answers: Mapping[str, Answer], words: Words) -> str:
    wrong = sum(answer.state in TOLD for answer in answers.values())
    unsure = sum(answer.state in ("refused", "slow", "busy") for answer in answers.values())
    return words["total"].format(all=len(answers), wrong=wrong, unsure=unsure)


def write_json(mentions: Sequence[Mention], answers: Mapping[str, Answer]) -> str:
    """Every address with its answer and every place where it is written."""
    places: dict[str, list[dict[str, str]]] = {}
    for each in mentions:
        place = {"role": each.role, "file": each.file, "field": each.field, "name": each.name}
        places.setdefault(each.url, []).append(place)
    found = [
        {
            "url": answer.url,
            "state": answer.state,
            "status": answer.status or None,
            "target": answer.target or None,
            "checked": answer.day,
            "places": places.get(answer.url, []),
        }
        for answer in answers.values()
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def write_markdown(mentions: Sequence[Mention], answers: Mapping[str, Answer], *, words: Words) -> str:
    """The list of one role as the text of an issue; nothing in it can call somebody or become a link of its own."""
    lines = [words["issue"], ""]
    for each in mentions:
        said = _said(answers[each.url], words).translate(SIGNS)
        lines.append(f"- [ ] **{each.name.translate(SIGNS)}** (`{each.file}`, `{each.field}`): `{each.url}`  ")
        lines.append(f"  {said}")
    return "\n".join(lines) + "\n"
