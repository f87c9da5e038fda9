"""Real directories of others come in here: CSV, workbooks and HSDS, by a steward's mapping."""

from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.outcome import ImportOutcome, Refusal, report_lines
from socialmap.imports.run import ImportRequest, run_import

__all__ = ["ImportOutcome", "ImportRequest", "Refusal", "UnreadableSourceError", "report_lines", "run_import"]
