"""A rule explained on the command line: what it asks, why, what is wrong and right, and how to put it right.

From the same registry, messages and examples as the handbook's pages; called by `socialmap rule`.
"""

from collections.abc import Iterator

from socialmap.pipeline.handbook.rules import Example, Mistake, causes_of, message_of, read_examples, read_mistakes
from socialmap.pipeline.project import packaged
from socialmap.problems.registry import RULES, Rule, rules_by_code
from socialmap.report import Messages
from socialmap.sources.yaml_reader import read_settings_yaml

EXAMPLES = "examples.nl.yml"


def list_rules(messages: Messages) -> str:
    """Every rule on a line of its own: code, how serious it is, and its title."""
    lines = (_line(rule, messages) for rule in RULES)
    return "".join(f"{line}\n" for line in lines)


def tell_rule(code: str, messages: Messages) -> str:
    """All about one rule, or nothing when there is no such code."""
    rule = rules_by_code().get(code)
    return "".join(f"{line}\n" for line in _lines(rule, messages)) if rule else ""


def _line(rule: Rule, messages: Messages) -> str:
    return f"{rule.code}  {messages.words[rule.severity]:<8}  {message_of(rule, messages).title} ({rule.name})"


def _lines(rule: Rule, messages: Messages) -> Iterator[str]:
    message, words, example = message_of(rule, messages), messages.words, _example(rule)
    yield f"{rule.code} {message.title} ({rule.name}, {words[rule.severity]})"
    yield from ("", message.what)
    yield from _part(words["expected"], message.expected)
    yield from _part(words["why"], message.why)
    yield from _block(words["wrong"], example.wrong)
    yield from _block(words["right"], example.right)
    yield from _part(words["remedy"], message.remedy)
    for cause in causes_of(rule, messages):
        yield from ("", f"- {' '.join(part for part in (cause.what, cause.remedy) if part)}")
    mistakes = [each for each in _mistakes(messages.language) if each.code == rule.code]
    if mistakes:
        yield from ("", f"{words['mistakes']}:")
        yield from (line for each in mistakes for line in _mistake(each))


def _mistake(mistake: Mistake) -> Iterator[str]:
    """A mistake with the line as it was written (-) and as it was meant (+)."""
    wrong, right = mistake.changed
    yield f"  {mistake.name}"
    yield from (f"    - {line}" for line in wrong.split("\n") if line)
    yield from (f"    + {line}" for line in right.split("\n") if line)


def _mistakes(language: str) -> tuple[Mistake, ...]:
    """What beginners often write wrong, in a language; the English ones where there are none in it."""
    folder = packaged("site_overrides") / "handbook"
    paths = (folder / f"mistakes.{name}.yml" for name in (language, "en"))
    path = next(path for path in paths if path.is_file())
    return read_mistakes(read_settings_yaml(path.read_text("utf-8")))


def _part(title: str, text: str) -> tuple[str, ...]:
    return ("", f"{title.rstrip(':?')}{'?' if title.endswith('?') else ':'} {text}") if text else ()


def _block(title: str, text: str) -> Iterator[str]:
    if text:
        yield from ("", f"{title}:")
        yield from (f"    {line}" for line in text.rstrip("\n").split("\n"))


def _example(rule: Rule) -> Example:
    path = packaged("site_overrides") / "handbook" / EXAMPLES
    return read_examples(read_settings_yaml(path.read_text("utf-8"))).get(rule.code, Example())
