"""What each rule says in a language: what is wrong, what was expected, how to put it right, and why it matters."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

FOLDER = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Message:
    """The texts of one rule; `{holes}` are filled from the problem."""

    title: str
    what: str
    expected: str = ""
    remedy: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of all rules in one language, and the few words of the report itself."""

    language: str
    rules: Mapping[str, Message] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, code: str, *, case: str = "") -> Message | None:
        """The texts of a rule; a case (`code/case`, such as `SM210/short_year`) puts its own in their place."""
        message = self.rules.get(code)
        return replace(message, **self.cases.get(f"{code}/{case}", {})) if message else None


class Holes(dict[str, str]):
    """Values for the holes of a message; a value that is not there leaves its hole visible."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def build_messages(language: str, value: object) -> Messages:
    """The messages in the value of a file in `messages/`.

    Raises:
        TypeError: when the value is no table; the file is part of the program.
    """
    if not isinstance(value, Mapping):
        raise TypeError("messages are a table")
    rules = {str(code): Message(**texts) for code, texts in value["rules"].items()}
    words = {str(key): str(word) for key, word in value["words"].items()}
    return Messages(language, rules, words, value.get("cases", {}))


def fill(text: str, params: Mapping[str, str]) -> str:
    """The text with its holes filled."""
    return text.format_map(Holes(params)) if "{" in text else text
