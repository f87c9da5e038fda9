"""The findings of a run: problems with their severity as the municipality set it, sorted and without doubles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from socialmap.problems import Place, Problem, Severity
from socialmap.problems.fixes import Sureness, correction_of
from socialmap.problems.registry import rules_by_code
from socialmap.report.messages import Message, Messages, fill
from socialmap.report.snippet import Snippet, snippet_of

SPOKEN = frozenset(("type", "vocabulary", "form", "bound", "threshold", "month"))
UNREAD = "SM206"
OUTSIDE = frozenset(("SM802",))
ABOUT_FILE = frozenset(("SM108", "SM109", "SM115", "SM123"))
Lines = Callable[[str], Sequence[str]]


def no_lines(_file: str) -> Sequence[str]:
    """No lines: for a report whose files are not at hand."""
    return ()


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One problem in words; `correction` says whether `check` can put it right itself."""

    place: Place
    code: str
    severity: Severity
    name: str
    what: str
    expected: str
    remedy: str
    suggestion: str = ""
    correction: Sureness = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, by file, line and code; `folder` is the data folder, whose files are told by their path in it.

    `outside` are the files that are told by their path from the municipality's folder, as those of the site are.

    `lines` gives the lines of a file in that folder, to show where a finding is.
    """

    findings: tuple[Finding, ...]
    messages: Messages
    folder: str = ""
    outside: frozenset[str] = frozenset()
    lines: Lines = field(default=no_lines, compare=False, repr=False)

    def snippet(self, finding: Finding) -> Snippet | None:
        """The line of a finding with a caret under its value, when it is about a value."""
        if finding.code in ABOUT_FILE:
            return None
        return snippet_of(finding.place, self.lines(finding.place.file))

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop the site."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(finding.severity == "error" for finding in self.findings)


def build_report(
    problems: Iterable[Problem],
    *,
    messages: Messages,
    severity: Mapping[str, str],
    folder: str = "",
    lines: Lines = no_lines,
) -> Report:
    """The report of these problems; `severity` is what a municipality made of a code (`off` leaves it out)."""
    rules = rules_by_code()
    found: set[Finding] = set()
    for problem in _first_causes(tuple(problems)):
        level = severity.get(problem.code, rules[problem.code].severity)
        if level != "off":
            found.add(_finding(problem, level, rules[problem.code].name, messages))  # type: ignore[arg-type] # a Severity
    outside = frozenset(finding.place.file for finding in found if finding.code in OUTSIDE)
    return Report(tuple(sorted(found)), messages, folder, outside, lines)


def describe(problem: Problem, messages: Messages) -> str:
    """One line about a problem: what is wrong, and how to put it right."""
    finding = _finding(problem, "error", problem.code, messages)
    return " ".join(part for part in (problem.code, finding.what, finding.remedy) if part)


def _first_causes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without those of a value that could not be read at all: there is nothing more to say of it."""
    unread = {problem.place for problem in problems if problem.code == UNREAD and problem.place.field}
    return (problem for problem in problems if problem.code == UNREAD or problem.place not in unread)


def _finding(problem: Problem, severity: Severity, name: str, messages: Messages) -> Finding:
    message = messages.of(problem.code, case=problem.params.get("case", "")) or Message(name, name)
    params = {**messages.words, **_spoken(problem.params, messages), "field": problem.place.field}
    return Finding(
        place=problem.place,
        code=problem.code,
        severity=severity,
        name=name,
        what=fill(message.what, params),
        expected=fill(message.expected, params),
        remedy=fill(message.remedy, params),
        suggestion=problem.suggestion,
        correction=correction_of(problem),
    )


def _spoken(params: Mapping[str, str], messages: Messages) -> dict[str, str]:
    """The values with our own names (of types, vocabularies, forms and bounds) as the reader knows them."""
    return {key: messages.words.get(value, value) if key in SPOKEN else value for key, value in params.items()}
