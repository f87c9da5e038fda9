"""What checking links gives: how an address answered, and where it is written; read by everything in this package."""

from dataclasses import dataclass
from typing import Literal

State = Literal["fine", "moved", "gone", "refused", "failed", "slow", "unknown", "private", "busy", "circle"]
WRONG: frozenset[State] = frozenset(("gone", "failed", "unknown", "private", "circle"))
TOLD: frozenset[State] = WRONG | {"moved"}


@dataclass(frozen=True, slots=True)
class Mention:
    """An address in a record: `file` and `field` say where, `name` what it is about, `role` who keeps it right."""

    url: str
    role: str
    file: str
    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address answered, on which day (ISO).

    States: fine; moved (for good, to `target`); gone (404 or 410); refused (not for programs, so nobody knows); failed
    (an error of the server or its certificate); slow; unknown (no such host); private (leads into a network of its
    own); busy (asks to come back later); circle (too many redirects).
    """

    url: str
    state: State
    day: str
    status: int = 0
    target: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with how many seconds its server asks to be left alone."""

    answer: Answer
    wait: float = 0.0
