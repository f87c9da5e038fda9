"""Real directories of others come in here: CSV, workbooks and HSDS, by a steward's mapping."""

from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.outcome import ImportOutcome, Refusal, report_lines
from socialmap.imports.run import ImportRequest, run_import
from socialmap.imports.settle import Faults, Settled
from socialmap.imports.writing import Target, write_records

__all__ = [
    "Faults",
    "ImportOutcome",
    "ImportRequest",
    "Refusal",
    "Settled",
    "Target",
    "UnreadableSourceError",
    "report_lines",
    "run_import",
    "write_records",
]
