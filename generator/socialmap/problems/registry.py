"""Every rule: its stable code, its name and how serious it is. The texts stand in `report/messages`, one per language.

Codes are never used again for something else. The hundreds say what a rule is about: 1 files, 2 keys and values,
3 references, 4 what must hold, 5 personal data and safety, 6 written text, 7 settings, 8 publishing, 9 the tools.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.problems.problem import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that data can break."""

    code: str
    name: str
    severity: Severity = "error"


RULES: tuple[Rule, ...] = (
    Rule("SM101", "yaml-syntax"),
    Rule("SM102", "double-key"),
    Rule("SM103", "yaml-feature"),
    Rule("SM104", "hidden-character"),
    Rule("SM105", "too-large"),
    Rule("SM106", "too-deep"),
    Rule("SM107", "comment-cuts-text", "warning"),
    Rule("SM108", "not-a-record"),
    Rule("SM109", "not-utf8"),
    Rule("SM110", "not-a-plain-file"),
    Rule("SM111", "two-versions"),
    Rule("SM112", "unexpected-file", "warning"),
    Rule("SM113", "double-id"),
    Rule("SM114", "reserved-name"),
    Rule("SM115", "id-is-not-file-name"),
    Rule("SM120", "table-quotes"),
    Rule("SM121", "row-length"),
    Rule("SM122", "column-without-name"),
    Rule("SM123", "empty-table"),
    Rule("SM124", "repeated-row-differs"),
    Rule("SM125", "boundary-file"),
    Rule("SM126", "postcode-file"),
    Rule("SM127", "column-twice"),
    Rule("SM128", "header-missing"),
    Rule("SM201", "unknown-key"),
    Rule("SM202", "key-written-twice"),
    Rule("SM203", "no-translation-here"),
    Rule("SM204", "unknown-language"),
    Rule("SM205", "missing-value"),
    Rule("SM206", "wrong-form"),
    Rule("SM207", "unknown-word"),
    Rule("SM208", "not-a-number"),
    Rule("SM209", "out-of-range"),
    Rule("SM210", "not-a-date"),
    Rule("SM211", "too-long"),
    Rule("SM212", "empty-value"),
    Rule("SM213", "web-address"),
    Rule("SM214", "mail-address"),
    Rule("SM215", "not-a-slug"),
    Rule("SM216", "hours-unreadable"),
    Rule("SM217", "wrong-pattern"),
    Rule("SM218", "not-yes-or-no"),
    Rule("SM301", "unknown-reference"),
    Rule("SM302", "unknown-term"),
    Rule("SM303", "no-role"),
    Rule("SM304", "circle-of-prerequisites"),
    Rule("SM305", "old-id-in-use"),
    Rule("SM306", "refers-to-itself"),
    Rule("SM307", "circle-of-successors"),
    Rule("SM308", "refers-to-stopped", "warning"),
    Rule("SM309", "circle-of-parents"),
    Rule("SM310", "guide-names-stopped", "warning"),
    Rule("SM401", "digital-only"),
    Rule("SM402", "experiment-without-outcome"),
    Rule("SM403", "consultation-without-result", "warning"),
    Rule("SM404", "consultation-result-overdue"),
    Rule("SM405", "letting-go-without-safety-net"),
    Rule("SM406", "offer-without-end"),
    Rule("SM407", "offer-expired", "warning"),
    Rule("SM408", "check-due", "warning"),
    Rule("SM409", "check-overdue", "warning"),
    Rule("SM410", "dates-reversed"),
    Rule("SM411", "ages-reversed"),
    Rule("SM412", "outside-municipality", "warning"),
    Rule("SM413", "postcode-and-point", "warning"),
    Rule("SM414", "likely-double", "warning"),
    Rule("SM415", "impossible-number"),
    Rule("SM416", "unassigned-number", "warning"),
    Rule("SM417", "postcode-form"),
    Rule("SM418", "nobody-to-reach", "warning"),
    Rule("SM419", "future-date"),
    Rule("SM420", "neighbourhood-and-point", "warning"),
    Rule("SM421", "group-without-kind", "warning"),
    Rule("SM422", "cost-without-amount", "warning"),
    Rule("SM423", "half-a-point"),
    Rule("SM424", "unknown-postcode", "warning"),
    Rule("SM425", "access-without-address", "warning"),
    Rule("SM501", "citizen-number"),
    Rule("SM502", "likely-citizen-number", "warning"),
    Rule("SM503", "private-mobile"),
    Rule("SM504", "private-mailbox"),
    Rule("SM505", "persons-name", "warning"),
    Rule("SM506", "formula"),
    Rule("SM507", "mixed-script", "warning"),
    Rule("SM508", "exception-without-reason"),
    Rule("SM601", "html-in-text", "warning"),
    Rule("SM602", "refused-link", "warning"),
    Rule("SM603", "page-without-title"),
    Rule("SM604", "hard-to-read", "warning"),
    Rule("SM605", "term-without-name", "warning"),
    Rule("SM701", "settings-file"),
    Rule("SM702", "setting"),
    Rule("SM703", "contrast"),
    Rule("SM704", "missing-style-file"),
    Rule("SM705", "unknown-language-of-site"),
    Rule("SM706", "no-data-folder"),
    Rule("SM707", "unknown-desk"),
    Rule("SM801", "open-data"),
    Rule("SM802", "foreign-file", "warning"),
    Rule("SM803", "unpublishable-address"),
    Rule("SM901", "search-engine-failed"),
)


def rules_by_code() -> Mapping[str, Rule]:
    """The rules by their code."""
    return {rule.code: rule for rule in RULES}
