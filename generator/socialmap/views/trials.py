"""The views of what the municipality tries and asks: lists of experiments and consultations, and a page of each."""

from dataclasses import dataclass

from socialmap.views.feedback import FeedbackView
from socialmap.views.parts import CheckView, Link, Text


@dataclass(frozen=True, slots=True)
class TrialView:
    """A record in a list: what it is, and in `told` what was learned of it or done with it, as far as that is known.

    `outcome` is succeeded, partly, failed or stopped, and empty before the end; `period` are its days
    in words, with an open end the first alone.
    """

    name: Text
    href: str
    summary: Text
    period: str
    told: Text
    outcome: str = ""
    until_iso: str = ""
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class StageView:
    """Records that are in the same stage: coming, running (or open), ended (or closed)."""

    stage: str
    entries: tuple[TrialView, ...]


@dataclass(frozen=True, slots=True)
class TrialsView:
    """The list of all experiments or all consultations; `other` leads to the list of the other."""

    kind: str
    groups: tuple[StageView, ...]
    other: Link | None


@dataclass(frozen=True, slots=True)
class AboutView:
    """When it is, where, what it is about and whose it is; with an open end `period` is the first day."""

    period: str
    areas: tuple[Link, ...]
    themes: tuple[Link, ...]
    organization: Link | None
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class ExperimentView:
    """The page of an experiment; `stage` is coming, running or ended, `outcome` empty as long as nobody told it."""

    name: Text
    summary: Text
    untranslated: bool
    back: str
    stage: str
    outcome: str
    expectation: Text
    measure: Text
    causes: Text
    unforeseen: Text
    learned: Text
    services: tuple[Link, ...]
    about: AboutView
    check: CheckView | None
    feedback: FeedbackView


@dataclass(frozen=True, slots=True)
class ConsultationView:
    """The page of a consultation; `stage` is coming, running (open) or ended, `until_iso` its last day."""

    name: Text
    summary: Text
    untranslated: bool
    back: str
    stage: str
    until: str
    until_iso: str
    question: Text
    decided_by: Text
    offline: Text
    result: Text
    follow_up: Text
    about: AboutView
    check: CheckView | None
    feedback: FeedbackView
