"""`socialmap new` as a municipality runs it: a repository that checks clean at once, or nothing at all."""

import csv
import json
import re
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from socialmap.scaffold.create import write_whole
from socialmap.scaffold.neighbourhoods import Neighbourhood, read_neighbourhoods, write_terms
from socialmap.scaffold.outcome import Refusal
from socialmap.scaffold.pin import pin_files
from socialmap.scaffold.postcodes import make_table
from socialmap.scaffold.template import shared_files
from socialmap.sources.yaml_reader import read_yaml
from socialmap.text.words import slugify

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
SQUARE = [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]]
METRES = [[[136000, 455000], [137000, 455000], [137000, 456000], [136000, 455000]]]
POSTCODES = (
    "id,postcode,woonplaats,gemeente,provincie,latitude,longitude,soort\n"
    '1,3512,"Utrecht","Utrecht","Utrecht",52.09,5.12,"Adres"\n'
    '2,3451,"Vleuten; dorp","Utrecht","Utrecht",52.1,5.01,"Adres"\n'
    '3,1000,"Amsterdam","Amsterdam","Noord-Holland",52.3,4.8,"Postbus"\n'
)


def socialmap(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "socialmap.hosts.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def geojson(*features: tuple[Mapping[str, object], str, object]) -> bytes:
    found = [
        {"type": "Feature", "properties": properties, "geometry": {"type": shape, "coordinates": points}}
        for properties, shape, points in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": found}).encode()


def test_new_repository_has_no_errors(tmp_path: Path) -> None:
    made = socialmap("new", "kaart", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert f"{len(files_of(tmp_path / 'kaart'))} bestanden in {tmp_path / 'kaart'}" in made.stdout
    checked = socialmap("check", cwd=tmp_path / "kaart")
    assert checked.returncode == 0, checked.stdout
    assert set(re.findall(r"SM\d{3}", checked.stdout)) == {"SM416"}, "only the invented phone numbers"


def test_closing_lines_name_the_commands_as_the_readme_does(tmp_path: Path) -> None:
    told = socialmap("new", "kaart", cwd=tmp_path).stdout
    readme = (tmp_path / "kaart/README.md").read_text()
    commands = re.findall(r"(?m)^  (socialmap \w+)(?=  )", told)
    assert commands == ["socialmap check", "socialmap build", "socialmap serve"]
    assert [command for command in commands if f"\n.venv/bin/{command}\n" not in readme] == []


def test_nobody_has_checked_the_examples_and_the_words_of_the_readme_exist(tmp_path: Path) -> None:
    socialmap("new", "kaart", cwd=tmp_path)
    kinds = ("aanbod", "organisaties", "locaties", "rollen")
    records = [
        yaml.safe_load(path.read_text()) for kind in kinds for path in (tmp_path / "kaart/data" / kind).iterdir()
    ]
    assert len(records) == 7
    assert [record["naam"] for record in records if "gecontroleerd_op" in record] == []
    themes = {term["id"] for term in yaml.safe_load((tmp_path / "kaart/data/taxonomies/themes.yml").read_text())}
    assert {"ontmoeten", "geld"} <= themes


def test_new_repository_holds_settings_examples_pages_workflow_and_pin(tmp_path: Path) -> None:
    socialmap("new", "kaart", "--name", "Gemeente Bergen (NH.)", cwd=tmp_path)
    files = files_of(tmp_path / "kaart")
    assert set(files) >= {
        ".github/workflows/site.yml",
        ".gitignore",
        "CODEOWNERS",
        "LICENSE",
        "README.md",
        "data/organisaties/gemeente-bergen-nh.yml",
        "data/pages/over.md",
        "data/pages/privacy.md",
        "data/pages/toegankelijkheid.md",
        "mkdocs.yml",
        "requirements.txt",
    }
    assert [name for name in files if name.startswith(("data/aanbod/", "data/locaties/", "data/rollen/"))] == [
        "data/aanbod/voorbeeld-gereedschap-lenen.yml",
        "data/aanbod/voorbeeld-hulp-met-brieven.yml",
        "data/aanbod/voorbeeld-koffieochtend.yml",
        "data/locaties/voorbeeld-buurthuis.yml",
        "data/rollen/coordinator-sociale-kaart.yml",
        "data/rollen/loket.yml",
    ]
    settings = yaml.safe_load((tmp_path / "kaart/mkdocs.yml").read_text())
    assert settings["site_name"] == "Sociale kaart Bergen (NH.)"
    assert settings["plugins"][0]["socialmap"]["languages"] == ["nl", "en", "ar"]
    assert (tmp_path / "kaart" / settings["docs_dir"]).is_dir()
    assert (tmp_path / "kaart/requirements.txt").read_text().endswith("\nsocialmap==0.1.0\n")


def test_nothing_of_the_demo_or_of_the_template_remains(tmp_path: Path) -> None:
    socialmap("new", "kaart", "--name", "Utrecht", cwd=tmp_path)
    texts = {name: (tmp_path / "kaart" / name).read_text() for name in files_of(tmp_path / "kaart")}
    assert [name for name, text in texts.items() if re.search(r"Voorbeeldstad|<<\w+>>|lindekwartier", text)] == []
    assert [name for name in texts if re.search(r"[^A-Za-z0-9._/-]", name)] == []
    holidays = yaml.safe_load(texts["data/holidays.yml"])
    assert list(holidays) == ["feestdagen"], "the demo's school holidays are invented"


def test_what_is_shared_with_the_demo_is_byte_for_byte_the_demos(tmp_path: Path) -> None:
    socialmap("new", "kaart", cwd=tmp_path)
    demo = Path(__file__).parents[2] / "data"
    same = [name for name, _ in shared_files() if not name.endswith("holidays.yml")]
    assert len(same) > 20
    for name in same:
        assert (tmp_path / "kaart" / name).read_bytes() == (demo.parent / name).read_bytes()


@pytest.mark.parametrize(
    ("host", "workflow", "forms"),
    [
        (
            "github",
            ".github/workflows/site.yml",
            (
                ".github/ISSUE_TEMPLATE/klopt-niet.yml",
                ".github/ISSUE_TEMPLATE/nieuw.yml",
                ".github/PULL_REQUEST_TEMPLATE.md",
                ".github/workflows/klopt-nog.yml",
                ".github/workflows/links.yml",
            ),
        ),
        (
            "gitlab",
            ".gitlab-ci.yml",
            (
                ".gitlab/issue_templates/Klopt-niet.md",
                ".gitlab/issue_templates/Nieuw.md",
                ".gitlab/merge_request_templates/Default.md",
            ),
        ),
        (
            "forgejo",
            ".forgejo/workflows/site.yml",
            (
                ".forgejo/ISSUE_TEMPLATE/klopt-niet.yml",
                ".forgejo/ISSUE_TEMPLATE/nieuw.yml",
                ".forgejo/PULL_REQUEST_TEMPLATE.md",
                ".forgejo/workflows/klopt-nog.yml",
                ".forgejo/workflows/links.yml",
            ),
        ),
    ],
)
def test_each_host_gets_only_its_own_workflow_and_forms(
    tmp_path: Path, host: str, workflow: str, forms: tuple[str, ...]
) -> None:
    socialmap("new", "kaart", "--host", host, cwd=tmp_path)
    hidden = [name for name in files_of(tmp_path / "kaart") if name.startswith(".")]
    assert hidden == sorted([".gitignore", workflow, *forms])
    text = (tmp_path / "kaart" / workflow).read_text()
    assert yaml.safe_load(text)
    assert text.index(".venv/bin/socialmap check") < text.index(".venv/bin/socialmap build")


def test_without_a_host_there_is_no_workflow(tmp_path: Path) -> None:
    socialmap("new", "kaart", "--host", "none", cwd=tmp_path)
    files = files_of(tmp_path / "kaart")
    assert [name for name in files if name.startswith(".") or name == "CODEOWNERS"] == [".gitignore"]


def test_github_workflow_gives_each_job_the_least_and_pins_every_action(tmp_path: Path) -> None:
    socialmap("new", "kaart", cwd=tmp_path)
    text = (tmp_path / "kaart/.github/workflows/site.yml").read_text()
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert workflow["jobs"]["build"]["steps"][0]["with"] == {"persist-credentials": False, "fetch-depth": 2}
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert [use for use in used if not re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40}", use)] == []
    assert "secrets." not in text
    assert "pull_request_target" not in text


def test_neighbourhoods_become_terms_and_outlines(tmp_path: Path) -> None:
    given = tmp_path / "buurten.geojson"
    given.write_bytes(
        geojson(
            ({"buurtnaam": "De Bilt: oost", "buurtcode": "BU031001", "id": 7}, "Polygon", SQUARE),
            ({"naam": "'t Zand"}, "MultiPolygon", [SQUARE]),
            ({"naam": "'t  Zand "}, "Polygon", SQUARE),
        )
    )
    assert socialmap("new", "kaart", "--neighbourhoods", given, cwd=tmp_path).returncode == 0
    terms = yaml.safe_load((tmp_path / "kaart/data/taxonomies/neighbourhoods.yml").read_text())
    assert terms == [
        {"id": "de-bilt-oost", "naam": "De Bilt: oost", "cbs_code": "BU031001"},
        {"id": "t-zand", "naam": "'t Zand"},
    ]
    outlines = json.loads((tmp_path / "kaart/data/boundaries/neighbourhoods.geojson").read_text())
    assert [feature["properties"] for feature in outlines["features"]] == [
        {"id": "de-bilt-oost", "name": "De Bilt: oost"},
        {"id": "t-zand", "name": "'t Zand"},
        {"id": "t-zand", "name": "'t Zand"},
    ]
    assert socialmap("check", cwd=tmp_path / "kaart").returncode == 0


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"no json", Refusal("not_geojson", {"file": "f"})),
        (b"[" * 100_000, Refusal("not_geojson", {"file": "f"})),
        (b'{"type": "FeatureCollection", "features": []}', Refusal("not_geojson", {"file": "f"})),
        (geojson(({"naam": "A"}, "Point", [5.0, 52.0])), Refusal("not_geojson", {"file": "f"})),
        (geojson(({"naam": "A"}, "Polygon", [])), Refusal("not_geojson", {"file": "f"})),
        (geojson(({"naam": "A"}, "Polygon", METRES)), Refusal("not_wgs84", {"file": "f"})),
        (
            geojson(({"naam": "A"}, "Polygon", SQUARE), ({"naam": "…"}, "Polygon", SQUARE)),
            Refusal("neighbourhood_without_name", {"file": "f", "number": "2"}),
        ),
    ],
    ids=["text", "deep", "empty", "points", "no points", "metres", "no name"],
)
def test_outlines_that_cannot_be_used_are_refused(content: bytes, refusal: Refusal) -> None:
    assert read_neighbourhoods(content, file="f") == refusal


def test_name_of_a_neighbourhood_loses_what_does_not_print() -> None:
    content = geojson(({"naam": "Oud\u0000\u202e\nZuid\ud800"}, "Polygon", SQUARE))
    shape = {"type": "Polygon", "coordinates": SQUARE}
    assert read_neighbourhoods(content, file="f") == (Neighbourhood("oud-zuid", "Oud Zuid", "", shape),)


@given(name=st.text(min_size=1, max_size=250), code=st.text(max_size=12))
def test_any_name_reads_back_as_it_was_written(name: str, code: str) -> None:
    found = read_neighbourhoods(geojson(({"naam": name, "buurtcode": code}, "Polygon", SQUARE)), file="f")
    if isinstance(found, Refusal):
        assert found.message == "neighbourhood_without_name"
        assert not slugify(name)
    else:
        document = read_yaml(write_terms(found), file="neighbourhoods.yml")
        code_line = {"cbs_code": found[0].code} if found[0].code else {}
        assert document.value == [{"id": found[0].id, "naam": found[0].name, **code_line}]
        assert document.problems == ()


def test_postcodes_are_those_of_the_municipality(tmp_path: Path) -> None:
    (tmp_path / "4pp.csv").write_text(POSTCODES)
    made = socialmap("new", "kaart", "--name", "utrecht", "--postcodes", "4pp.csv", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "kaart/data/postcodes.csv").read_text() == (
        'postcode;lat;lon;plaats\n3451;52.1;5.01;"Vleuten; dorp"\n3512;52.09;5.12;Utrecht\n'
    )
    assert socialmap("check", cwd=tmp_path / "kaart").returncode == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data folder is not beside the repository")
def test_real_outlines_and_postcodes_of_utrecht(tmp_path: Path) -> None:
    outlines, postcodes = SHARED / "boundaries/cth-utrecht.geojson", SHARED / "postcodes-nl/4pp.csv"
    options = ("--name", "Utrecht", "--neighbourhoods", outlines, "--postcodes", postcodes)
    assert socialmap("new", "kaart", *options, cwd=tmp_path).returncode == 0
    names = [feature["properties"]["name"] for feature in json.loads(outlines.read_text())["features"]]
    terms = yaml.safe_load((tmp_path / "kaart/data/taxonomies/neighbourhoods.yml").read_text())
    assert [term["naam"] for term in terms] == list(dict.fromkeys(names))
    with postcodes.open() as source, (tmp_path / "kaart/data/postcodes.csv").open() as made:
        expected = [
            (row["postcode"], row["latitude"], row["longitude"], row["woonplaats"])
            for row in csv.DictReader(source)
            if row["gemeente"] == "Utrecht"
        ]
        rows = list(csv.DictReader(made, delimiter=";"))
    assert [tuple(row.values()) for row in rows] == sorted(expected)
    assert socialmap("check", cwd=tmp_path / "kaart").returncode == 0


@pytest.mark.parametrize(
    ("table", "name", "refusal"),
    [
        ("postcode;lat\n", "Utrecht", "postcode_columns"),
        (POSTCODES, "Utrech", "postcode_municipality"),
        (POSTCODES.replace("52.1,", "n/a,"), "Utrecht", "postcode_values"),
        (POSTCODES.replace("3451", "3451 AB"), "Utrecht", "postcode_values"),
    ],
)
def test_tables_of_postcodes_that_cannot_be_used_are_refused(table: str, name: str, refusal: str) -> None:
    found = make_table(table.encode(), file="f", municipality=name)
    assert isinstance(found, Refusal)
    assert found.message == refusal


def test_misspelt_municipality_gets_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "4pp.csv").write_text(POSTCODES)
    made = socialmap("new", "kaart", "--name", "Utregt", "--postcodes", "4pp.csv", cwd=tmp_path)
    assert made.returncode == 2
    assert 'Bedoel je "Utrecht"?' in made.stderr


def test_pin_is_a_version_an_address_or_a_wheel_that_comes_along(tmp_path: Path) -> None:
    wheel = tmp_path / "socialmap-0.2.0-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    lines = {}
    own = "http://127.0.0.1:8000/socialmap-1-py3-none-any.whl"
    for pin in ("1.2.3", "https://maps.example/socialmap-1-py3-none-any.whl", own, str(wheel)):
        files = pin_files(pin)
        assert not isinstance(files, Refusal)
        lines[pin] = files["requirements.txt"].decode().splitlines()[1]
        assert (files.get("wheels/socialmap-0.2.0-py3-none-any.whl") == b"PK") is (pin == str(wheel))
    assert list(lines.values()) == [
        "socialmap==1.2.3",
        "socialmap @ https://maps.example/socialmap-1-py3-none-any.whl",
        f"socialmap @ {own}",
        "./wheels/socialmap-0.2.0-py3-none-any.whl",
    ]


@pytest.mark.parametrize(
    "pin",
    [
        "latest",
        "1.0\n--index-url https://evil.example",
        "http://maps.example/socialmap-1-py3-none-any.whl",
        "http://localhost.evil.example/socialmap-1-py3-none-any.whl",
        "a.whl",
    ],
)
def test_other_pins_are_refused(pin: str) -> None:
    assert pin_files(pin) == Refusal("pin", {"pin": pin})


def test_wheel_that_is_not_there_is_refused() -> None:
    assert pin_files("gone/socialmap-1.0-py3-none-any.whl") == Refusal(
        "unreadable", {"file": "gone/socialmap-1.0-py3-none-any.whl", "reason": "No such file or directory"}
    )


def test_languages_are_the_sites_own(tmp_path: Path) -> None:
    socialmap("new", "kaart", "--languages", "nl, en,nl", cwd=tmp_path)
    settings = yaml.safe_load((tmp_path / "kaart/mkdocs.yml").read_text())
    assert settings["plugins"][0]["socialmap"]["languages"] == ["nl", "en"]


def test_a_language_without_texts_is_refused_with_those_there_are(tmp_path: Path) -> None:
    made = socialmap("new", "kaart", "--languages", "nl,xx,fr", cwd=tmp_path)
    assert (made.returncode, made.stdout, files_of(tmp_path)) == (2, "", [])
    assert made.stderr.splitlines() == [
        "In deze taal heeft socialmap nog geen teksten: xx, fr.",
        "Kies uit: ar, en, nl",
    ]


def test_everything_wrong_is_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    options = ("--name", 'x"\n  y: z', "--languages", "Nederlands", "--pin", "new", "--postcodes", "gone.csv")
    made = socialmap("new", "kaart", *options, cwd=tmp_path)
    assert (made.returncode, made.stdout) == (2, "")
    assert [
        word
        for word in ("als naam", "taalcodes", "geen versie", "gone.csv is niet te lezen")
        if word not in made.stderr
    ] == []
    assert list(tmp_path.iterdir()) == []


def test_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kaart").mkdir()
    (tmp_path / "kaart/mijn.txt").write_text("van mij")
    made = socialmap("new", "kaart", cwd=tmp_path)
    assert made.returncode == 2
    assert made.stderr.startswith(f"De map {tmp_path / 'kaart'} is niet leeg.")
    assert "socialmap new kaart-nieuw" in made.stderr
    assert files_of(tmp_path) == ["kaart/mijn.txt"]


def test_file_in_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kaart").write_text("van mij")
    made = socialmap("new", "kaart", cwd=tmp_path)
    assert (made.returncode, files_of(tmp_path)) == (2, ["kaart"])
    assert "is een bestand en geen map" in made.stderr


def test_empty_folder_and_missing_parents_are_fine(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    for folder in ("leeg", "a/b/kaart"):
        assert socialmap("new", folder, cwd=tmp_path).returncode == 0
        assert (tmp_path / folder / "mkdocs.yml").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "leeg"]


class Interrupted(dict[str, bytes]):
    """Files of which the second never comes: somebody presses Ctrl-C."""

    def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]
        yield "data/eerste.yml", b"naam: eerste\n"
        raise KeyboardInterrupt


def test_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "kaart", Interrupted())
    assert list(tmp_path.iterdir()) == []


def test_full_disk_leaves_nothing_behind_and_is_told(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: writing the wheel fails in the real system call."""
    wheel = tmp_path / "socialmap-0.1.0-py3-none-any.whl"
    wheel.write_bytes(bytes(200_000))
    command = [sys.executable, "-m", "socialmap.hosts.cli", "new", "kaart", "--pin", str(wheel)]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    made = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, preexec_fn=limit
    )
    assert (made.returncode, files_of(tmp_path)) == (2, [wheel.name])
    assert f"Schrijven in {tmp_path / 'kaart'} lukt niet: File too large" in made.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [wheel.name]


def test_two_at_once_never_mix(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "socialmap.hosts.cli", "new", "kaart"]
    both = [
        subprocess.Popen([*command, "--name", name], cwd=tmp_path, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name in ("Utrecht", "Zeist")
    ]
    assert sorted(process.wait() for process in both) == [0, 2]
    organizations = list((tmp_path / "kaart/data/organisaties").iterdir())
    assert len(organizations) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["kaart"]


def test_without_a_folder_it_makes_one_with_a_plain_name(tmp_path: Path) -> None:
    made = socialmap("new", cwd=tmp_path)
    assert (made.returncode, [path.name for path in tmp_path.iterdir()]) == (0, ["sociale-kaart"])


def test_the_command_alone_says_what_there_is(tmp_path: Path) -> None:
    said = socialmap(cwd=tmp_path)
    assert (said.returncode, said.stderr) == (2, "")
    assert "    report " in said.stdout


def test_a_check_in_another_folder_says_where_to_go_or_how_to_begin(tmp_path: Path) -> None:
    said = socialmap("check", cwd=tmp_path)
    assert said.returncode == 1
    assert "Ga naar de map van de kaart (met `cd`)" in said.stdout
    assert "Begin met `socialmap new`" in said.stdout
