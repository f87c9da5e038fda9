"""Whatever stands in a table, each row is a record, a refusal or blank, and the house reads what was written."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from imports.imported import Importer, validate

COLUMNS = ("name", "note", "hours", "site", "mail", "text", "point")
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["", "ma 9-12", "no", "0612", "<a href='http://a.nl'>x</a>", "a@b.nl", "52.1,5.2", "&#0;", "a\r\nb", "# x", "-"]
)
MAPPING = {
    "language": "en",
    "set_aside": ["url", "latitude"],
    "tables": [
        {
            "records": [
                {
                    "type": "location",
                    "key": "name",
                    "fields": {
                        "name": "name",
                        "note": "note",
                        "schedule": "hours",
                        "url": "site",
                        "description": ["text", {"column": "note", "label": "Note"}],
                        "latitude": {"column": "point", "split": ",", "pick": "1"},
                        "longitude": {"column": "point", "split": ",", "pick": "2"},
                    },
                },
                {
                    "type": "organization",
                    "when": "mail",
                    "fields": {"name": "name", "email": "mail", "description": "text"},
                },
            ]
        }
    ],
}


def as_csv(rows: list[tuple[str, ...]]) -> bytes:
    """The rows as a CSV file with a header."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows])
    return text.getvalue().encode()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(*(CELLS for _ in COLUMNS)), max_size=6))
def test_rows_out_refused_and_blank_are_the_rows_in(rows: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "t.csv"
        source.write_bytes(as_csv(rows))
        importer = Importer(Path(folder) / "data")
        outcome = importer.run("csv", source, MAPPING)
        assert outcome.stopped == ()
        assert outcome.rows_in == outcome.rows_out + len(outcome.refused)
        assert len(rows) == outcome.rows_in + outcome.left_out.blank
        assert outcome.count("location") == outcome.rows_out
        loaded = importer.read_back()
        assert loaded.problems == ()
        assert [p for record in loaded.records for p in validate(record.type, record.values, record.origin)] == []
