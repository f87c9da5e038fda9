"""Which of our problem codes each error type of frictionless becomes; a test proves that none is missing.

Called by the gate for each error in a Data Package; what is about no cell, row or column of ours is SM801.
"""

from collections.abc import Mapping

BY_CODE: Mapping[str, str] = {
    "SM109": "encoding-error",
    "SM110": "file-error scheme-error format-error compression-error",
    "SM113": "primary-key duplicate-row unique-error",
    "SM120": "source-error",
    "SM121": "field-count extra-cell missing-cell blank-row",
    "SM122": "blank-header blank-label",
    "SM127": "duplicate-label",
    "SM201": "unmatched-header extra-label incorrect-label",
    "SM205": "missing-label required-value",
    "SM206": "type-error constraint-error row-constraint cell-error row-error",
    "SM207": "forbidden-value",
    "SM209": "deviated-value deviated-cell sequential-value",
    "SM211": "truncated-value",
    "SM217": "ascii-value",
    "SM301": "foreign-key",
    "SM801": (
        "data-error table-error header-error label-error row-count table-dimensions hash-count byte-count "
        "metadata-error catalog-error dataset-error package-error resource-error schema-error field-error "
        "dialect-error control-error detector-error checklist-error check-error inquiry-error inquiry-task-error "
        "pipeline-error step-error report-error report-task-error stats-error"
    ),
}
CODES: Mapping[str, str] = {name: code for code, names in BY_CODE.items() for name in names.split()}
