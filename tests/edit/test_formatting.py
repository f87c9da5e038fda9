"""`socialmap fmt` on files as they come: any bytes, Windows line ends, terms; and a new repository is in form."""

import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from edit.small import SERVICE, project
from edit.texts import documents
from socialmap.edit.forms import make_form
from socialmap.model import Service, Term
from socialmap.model.shape import shape_of
from socialmap.pipeline.formatting import format_project, format_text
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import read_yaml

KEYS = read_words("nl").key_table
SERVICES, TERMS = make_form(shape_of(Service), KEYS), make_form(shape_of(Term), KEYS)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=80)
    | documents().map(str.encode)
    | documents().map(lambda text: text.replace("\n", "\r\n").encode())
)
def test_any_bytes_become_the_same_values_or_stay_as_they_are(content: bytes) -> None:
    done = format_text(content, file="a.yml", form=SERVICES)
    if done is not None:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        assert read_yaml(done, file="a.yml").value == read_yaml(text, file="a.yml").value
        assert format_text(done.encode(), file="a.yml", form=SERVICES) == done


def test_windows_line_ends_and_a_byte_order_mark_are_left_out() -> None:
    assert (
        format_text(b"\xef\xbb\xbfnaam: x\r\nsoort: hulp\r\n", file="a.yml", form=SERVICES) == "naam: x\nsoort: hulp\n"
    )


def test_terms_keep_their_own_order_and_the_space_between_them() -> None:
    text = "# de thema's\n- id: geld\n  naam: Geld\n\n\n# hierna wonen\n-   naam: Wonen\n    id: wonen # kort\n"
    assert format_text(text.encode(), file="t.yml", form=TERMS) == (
        "# de thema's\n- id: geld\n  naam: Geld\n\n# hierna wonen\n- id: wonen  # kort\n  naam: Wonen\n"
    )


def test_every_kind_of_file_with_records_is_looked_at(tmp_path: Path) -> None:
    files = {
        "aanbod/a.yml": f"rol: redactie\n{SERVICE.replace('rol: redactie', 'bron: eigen')}",
        "national/organisaties/n.yml": "soort: stichting\nnaam: N\n",
        "holidays.yml": "feestdagen:\n- {datum: 2026-12-25, naam: Kerst}\n",
        "guides/g.yml": "themas:\n- geld\n",
        "aanbod.csv": "naam;id\nx;y\n",
    }
    found = format_project(project(tmp_path, files))
    assert [edit.file for edit in found.edits] == [
        "aanbod/a.yml",
        "guides/g.yml",
        "holidays.yml",
        "national/organisaties/n.yml",
    ]


def test_a_new_repository_is_in_the_canonical_form(tmp_path: Path) -> None:
    socialmap = (sys.executable, "-m", "socialmap.hosts.cli")
    wishes = ("--name", "Bergen (NH.)", "--host", "none")
    subprocess.run([*socialmap, "new", "kaart", *wishes], cwd=tmp_path, check=True, capture_output=True)
    done = subprocess.run(
        [*socialmap, "fmt", "--check"], cwd=tmp_path / "kaart", check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")
