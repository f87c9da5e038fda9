"""The pages on rules: one per code, and a list by hundreds. The report names the code."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from socialmap.pipeline.handbook.page import HandbookPage, block, join, plain
from socialmap.problems.registry import RULES, Rule
from socialmap.report import Messages
from socialmap.report.messages import Message
from socialmap.sources.yaml_reader import read_yaml

UNKNOWN = "…"
HOLE = re.compile(r"\{(\w+)\}")
GROUPS: Mapping[str, str] = {
    "1": "Bestanden",
    "2": "Sleutels en waarden",
    "3": "Verwijzingen",
    "4": "Wat moet kloppen",
    "5": "Persoonsgegevens en veiligheid",
    "6": "Geschreven tekst",
    "7": "Instellingen",
    "8": "Publiceren",
    "9": "De hulpmiddelen",
}
SEVERITIES: Mapping[Literal["error", "warning", "info"], str] = {
    "error": "**Fout.** De site wordt niet vernieuwd zolang dit er staat.",
    "warning": "**Let op.** De site wordt wel vernieuwd, maar kijk ernaar.",
    "info": "**Weetje.** Je hoeft niets te doen.",
}


@dataclass(frozen=True, slots=True)
class Example:
    """What raises a rule and what does not, as an editor writes it."""

    wrong: str = ""
    right: str = ""
    language: str = ""
    file: str = "aanbod/voorbeeld.yml"

    @property
    def is_data(self) -> bool:
        """Whether it is data that the readers take, not a sentence about a file."""
        return self.language != "text"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What beginners often write wrong, as a whole record; `right` is what the message proposes, if it does."""

    name: str
    wrong: str
    right: str = ""
    code: str = "SM101"
    line: int = 0

    @property
    def changed(self) -> tuple[str, str]:
        """The wrong line with the line that was meant, or the whole record where nobody can know what was."""
        pairs = list(zip(self.wrong.split("\n"), self.right.split("\n"), strict=False))
        return next(((was, now) for was, now in pairs if self.right and was != now), (self.wrong, ""))


def rule_pages(
    messages: Messages, examples: Mapping[str, Example], mistakes: Sequence[Mistake] = ()
) -> tuple[HandbookPage, ...]:
    """A page per rule, with the mistakes that it tells of, and the list that leads to them."""
    pages = (_page(rule, messages, examples.get(rule.code, Example()), mistakes) for rule in RULES)
    return (_index(messages), *pages)


def causes_of(rule: Rule, messages: Messages) -> tuple[Message, ...]:
    """The causes of a rule that the report tells apart, each with its own texts where they differ."""
    own = (case for case in messages.cases if case.startswith(f"{rule.code}/"))
    said = ({"title": "", "what": "", **_of_any_line(messages.cases[case], messages)} for case in own)
    return tuple(_unfilled(Message(**texts)) for texts in said)


def _of_any_line(texts: Mapping[str, str], messages: Messages) -> dict[str, str]:
    """The texts of a cause without the line that only a problem knows."""
    named = {name: text.replace("`{line}`", messages.words["the_line"]) for name, text in texts.items()}
    return {name: text[:1].upper() + text[1:] for name, text in named.items()}


def message_of(rule: Rule, messages: Messages) -> Message:
    """The texts of a rule, with a word in place of what only a problem knows; its name where there are none yet."""
    message = messages.rules.get(rule.code) or Message(title=rule.name.replace("-", " "), what="")
    return _unfilled(message)


def _unfilled(message: Message) -> Message:
    return Message(**{name: HOLE.sub(_filling, text) for name, text in asdict(message).items()})


def _filling(hole: re.Match[str]) -> str:
    return "sleutel" if hole[1] == "field" else UNKNOWN


def _index(messages: Messages) -> HandbookPage:
    intro = (
        "Staat er een code in je verslag, zoals SM205? Zoek hem hier op. Op elke pagina lees je wat er mis is, "
        "waarom dat telt en hoe je het oplost."
    )
    groups = (_group(digit, title, messages) for digit, title in GROUPS.items())
    return HandbookPage("regels/index.md", join("# Alle regels", intro, *groups))


def _group(digit: str, title: str, messages: Messages) -> str:
    rules = [rule for rule in RULES if rule.code[2] == digit]
    lines = [f"- [{rule.code}]({rule.code}.md) {plain(message_of(rule, messages).title)}" for rule in rules]
    return join(f"## SM{digit}00: {title}", "\n".join(lines)).rstrip() if rules else ""


def _page(rule: Rule, messages: Messages, example: Example, mistakes: Sequence[Mistake]) -> HandbookPage:
    message = message_of(rule, messages)
    parts = (
        _section("Wat is er mis?", plain(message.what)),
        _section("Wat wordt verwacht?", plain(message.expected)),
        _section("Waarom telt dit?", plain(message.why)),
        _example("Zo gaat het mis", example.wrong, example),
        _example("Zo is het goed", example.right, example),
        _section("Hoe los je het op?", plain(message.remedy)),
        _section("Wat is vaak de oorzaak?", _causes(causes_of(rule, messages))),
        _section("Fouten die vaak voorkomen", _mistakes([each for each in mistakes if each.code == rule.code])),
    )
    back = f"Naam van de regel: `{rule.name}`. [Alle regels](index.md#{anchor(rule)})"
    text = join(f"# {rule.code}: {plain(message.title)}", SEVERITIES[rule.severity], *parts, back)
    return HandbookPage(f"regels/{rule.code}.md", text)


def anchor(rule: Rule) -> str:
    """The anchor of a rule's group in the list."""
    words = f"sm{rule.code[2]}00 {GROUPS[rule.code[2]]}".lower().split()
    return "-".join(words)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text}" if text else ""


def _example(title: str, text: str, example: Example) -> str:
    where = "" if example.file.endswith("/voorbeeld.yml") or not example.is_data else f"In `{example.file}`:"
    return _section(title, join(where, block(text, language=_language(example))).rstrip()) if text else ""


def _causes(causes: Sequence[Message]) -> str:
    expected = (cause.expected if UNKNOWN not in cause.expected else "" for cause in causes)
    pairs = zip(causes, expected, strict=True)
    lines = (" ".join(part for part in (cause.what, said, cause.remedy) if part) for cause, said in pairs)
    return "\n".join(f"- {plain(line)}" for line in lines)


def _mistakes(mistakes: Sequence[Mistake]) -> str:
    """Each mistake with its wrong line and the line that was meant."""
    return join(*(_mistake(each) for each in mistakes)).rstrip()


def _mistake(mistake: Mistake) -> str:
    wrong, right = mistake.changed
    shown = [f"### {plain(mistake.name)}", "Zo gaat het mis:", block(wrong.rstrip("\n"), language="yaml")]
    return join(*shown, *(("Zo kan het wel:", block(right, language="yaml")) if right else ()))


def read_mistakes(value: object) -> tuple[Mistake, ...]:
    """The mistakes in the value of their file.

    Raises:
        TypeError: when the value is no list of tables; the file is part of the program.
    """
    if not isinstance(value, list):
        raise TypeError("mistakes are a list")
    return tuple(Mistake(**{**each, "code": each.get("code") or _code_of(each)}) for each in value)


def _code_of(each: Mapping[str, str]) -> str:
    """The rule that tells of a mistake: the first that the reader names."""
    return next((problem.code for problem in read_yaml(each["wrong"], file="").problems), "SM101")


def _language(example: Example) -> str:
    return example.language or ("yaml" if example.file.endswith(".yml") else "text")


def read_examples(value: object) -> dict[str, Example]:
    """The examples in the value of an examples file.

    Raises:
        TypeError: when the value is no table; the file is part of the program.
    """
    if not isinstance(value, Mapping):
        raise TypeError("examples are a table by code")
    return {str(code): Example(**_texts(texts)) for code, texts in value.items()}


def _texts(value: object) -> dict[str, str]:
    pairs: Iterable[tuple[object, object]] = value.items() if isinstance(value, Mapping) else ()
    return {str(key): str(text) for key, text in pairs}
