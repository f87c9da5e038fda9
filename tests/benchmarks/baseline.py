"""Reading and validating every record with nothing else: what `socialmap check` is held against.

`python -m benchmarks.baseline validate FOLDER` reads and validates with the product's own reader and models and stops
there; `parse` only parses the same files with PyYAML's C loader and the csv module, without places, guards or models.
"""

# ruff: noqa: PLC0415 - each of the two pays only for what it imports

import csv
import sys
from pathlib import Path


def validate_all(project: Path, /) -> int:
    """The number of valid records in a project's data folder."""
    from socialmap.contracts.validation import validate
    from socialmap.model import Record, Term
    from socialmap.sources.loading import MODELS, make_loader
    from socialmap.sources.vocabularies import load_terms, term_words
    from socialmap.sources.words import read_words

    root, words = project / "data", read_words("nl")
    read = ((raw.vocabulary, validate(Term, raw.values, origin=raw.origin)) for raw in load_terms(root, words=words)[0])
    terms = [(vocabulary, term) for vocabulary, term in read if isinstance(term, Term)]
    loaded = make_loader(root, words=words, terms=term_words(terms)).load()
    records = (validate(MODELS[raw.type], raw.values, origin=raw.origin) for raw in loaded.records)
    return sum(isinstance(record, Record) for record in list(records))


def parse_all(project: Path, /) -> int:
    """The number of documents and rows in a project's record files."""
    import yaml

    found: list[object] = []
    for path in sorted((project / "data").glob("*/*.yml")):
        if path.parent.name != "taxonomies":
            found.append(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    for path in sorted((project / "data").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found.extend(csv.DictReader(stream, delimiter=";"))
    return len(found)


if __name__ == "__main__":
    work = {"validate": validate_all, "parse": parse_all}[sys.argv[1]]
    print(work(Path(sys.argv[2])))
