"""The report for build systems and programs: right where they look, and nothing of a value is ever obeyed."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialmap.pipeline.check import read_messages
from socialmap.problems import Place, fault
from socialmap.report import FORMATS, Report, build_report, format_for

DUTCH = read_messages("nl")
ATTACKS = st.sampled_from(
    (
        "\n::error::x",
        "::set-output name=a::b",
        "  ::add-mask::x",
        "##vso[task.setvariable variable=a]b",
        "##[error]x",
        "\r::stop-commands::x",
        "%0A::error::x",
        "\u2028::error::x",
        "\x1b[2J",
        "x::y,z=1;]",
        "@gemeente <script>|`a`",
        "##VSO[task.complete]",
        "\x85::warning::",
    )
)
ANY = st.lists(ATTACKS | st.text(max_size=6), max_size=4).map("".join)


def report(value: str, *, file: str = "aanbod/a.yml", line: str = "") -> Report:
    problem = fault("SM213", Place(file, 1, 1, "website"), value=value, suggestion=value)
    other = fault("SM207", Place(file, 1, 1, "soort"), value="x", words=value)
    lines = [line or f"website: {value}"]
    return build_report((problem, other), messages=DUTCH, severity={}, folder="data", lines=lambda _file: lines)


def logged(text: str) -> list[str]:
    """The lines as a build system takes them: any line end counts."""
    return re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)


@given(ANY, ANY, ANY)
@example("##vso[task.setvariable variable=a]b", "a.yml\n::error::x", "::error::x")
def test_no_value_becomes_a_command_of_a_build_system(value: str, file: str, line: str) -> None:
    found = report(value, file=file, line=line)
    for name in ("text", "github", "azure"):
        lines = logged(FORMATS[name](found))
        own = [each for each in lines if re.match(r"::(error|warning|notice) (file=|line=|col=|title=)", each)]
        assert len(own) == (2 if name == "github" else 0)
        assert [each for each in lines if each.lstrip().startswith("::")] == own
        commands = [each for each in lines if re.search(r"##(\[|vso\[)", each, re.IGNORECASE)]
        assert len(commands) == (2 if name == "azure" else 0)
        assert all(each.startswith("##vso[task.logissue type=") for each in commands)
        assert all(len(re.findall(r"##(\[|vso\[)", each, re.IGNORECASE)) == 1 for each in commands)


@given(ANY)
def test_a_command_of_github_says_what_it_should_and_no_more(value: str) -> None:
    for line in FORMATS["github"](report(value)).split("\n"):
        if line.startswith("::error "):
            properties, _, message = line.removeprefix("::error ").partition("::")
            assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "title"]
            assert "\n" not in message


@given(ANY)
def test_azure_reads_exactly_its_own_properties(value: str) -> None:
    for line in FORMATS["azure"](report(value)).split("\n"):
        if line.startswith("##vso["):
            head = line.removeprefix("##vso[task.logissue ").partition("]")[0]
            names = [part.partition("=")[0] for part in head.rstrip(";").split(";")]
            assert names == ["type", "sourcepath", "linenumber", "columnnumber", "code"]


@given(ANY)
def test_markdown_holds_no_markup_of_a_value(value: str) -> None:
    written = FORMATS["markdown"](report(value))
    rows = [line for line in written.split("\n") if line.startswith("|")]
    assert len(rows) == 4
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    told = "\n".join(rows[2:])
    assert not re.search(r"@\w|https?:", told)
    assert not re.search(r"[<>`\[\]*]", re.sub(r"\\.|<!-- -->", "", told))


@given(ANY)
def test_the_formats_for_programs_can_be_read_and_say_the_value_as_it_is(value: str) -> None:
    told = json.loads(FORMATS["json"](report(value)))
    assert told["counts"] == {"error": 2, "warning": 0, "info": 0}
    assert [(each["code"], each["file"], each["line"]) for each in told["findings"]] == [
        ("SM207", "data/aanbod/a.yml", 1),
        ("SM213", "data/aanbod/a.yml", 1),
    ]
    quality = json.loads(FORMATS["gitlab"](report(value)))
    assert {each["location"]["path"] for each in quality} == {"data/aanbod/a.yml"}
    assert [each["severity"] for each in quality] == ["major", "major"]


def test_fingerprints_are_of_each_finding_alone_and_stay_when_lines_move() -> None:
    problems = [fault("SM205", Place("a.yml", line, 1, "naam")) for line in (1, 5, 9)]
    moved = [fault("SM205", Place("a.yml", line, 1, "naam")) for line in (2, 6, 10)]
    marks = [
        [each["fingerprint"] for each in json.loads(FORMATS["gitlab"](build_report(p, messages=DUTCH, severity={})))]
        for p in (problems, moved)
    ]
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == 3


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "text"),
        ({"CI": "true"}, "text"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITHUB_ACTIONS": "true", "FORGEJO_ACTIONS": "true"}, "markdown"),
        ({"GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true"}, "markdown"),
        ({"GITLAB_CI": "true"}, "gitlab"),
        ({"TF_BUILD": "True"}, "azure"),
        ({"GITHUB_ACTIONS": "false"}, "text"),
    ],
)
def test_the_build_system_is_known_by_its_variables(variables: dict[str, str], expected: str) -> None:
    assert format_for(variables) == expected
