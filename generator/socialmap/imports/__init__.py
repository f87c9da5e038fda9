"""Real directories of others come in here: CSV, workbooks and HSDS, by a steward's mapping."""

from socialmap.imports.account import report_lines
from socialmap.imports.grid import UnreadableSourceError
from socialmap.imports.outcome import ImportOutcome, Refusal
from socialmap.imports.request import ImportRequest
from socialmap.imports.run import run_import
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
