"""YAML as text: what stays as written, what is refused, and where things stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.problems import Place, Problem
from socialmap.sources.yaml_builder import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from socialmap.sources.yaml_reader import read_settings_yaml, read_yaml

LETTERS = st.text(st.characters(categories=["L", "N"], include_characters=" :#'\"-@{}[],&*!|>%?"), max_size=30)


def value(text: str) -> object:
    document = read_yaml(text, file="x.yml")
    assert document.problems == ()
    return document.value


def only(text: str) -> Problem:
    (problem,) = read_yaml(text, file="x.yml").problems
    return problem


@pytest.mark.parametrize(
    "written",
    ["0612345670", "13:30", "no", "yes", "ja", "1.10", "1e3", "0x1F", "2026-11-22", "1_000", ".5", "NaN", "+31", "=x"],
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert value(f"a: {written}\nb: [{written}]\n") == {"a": written, "b": [written]}


def test_nothing_after_a_key_is_no_value_and_quoted_nothing_is_empty() -> None:
    assert value("a:\nb: ~\nc: null\nd: ''\ne: [~, x]\n") == {"d": "", "e": ["x"]}


def test_text_of_several_lines_in_both_styles() -> None:
    assert value("a: |\n  een\n  twee\nb: >-\n  drie\n  vier\n") == {"a": "een\ntwee\n", "b": "drie vier"}


@given(st.dictionaries(LETTERS.filter(lambda key: key not in ("<<",)), LETTERS, max_size=5))
def test_quoted_text_comes_back_whole(written: dict[str, str]) -> None:
    def quote(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    text = "\n".join(f"{quote(key)}: {quote(part)}" for key, part in written.items())
    assert read_yaml(text or "{}", file="x.yml").value == written


@pytest.mark.parametrize(
    ("text", "feature", "place"),
    [
        ("a: &x 1\n", "&x", (1, 4)),
        ("a: 1\nb: *x\n", "*x", (2, 4)),
        ("a: !secret 1\n", "!secret", (1, 4)),
        ("a: !!int 1\n", "!!int", (1, 4)),
        ("<<: {a: 1}\n", "<<", (1, 1)),
        ("- &x [1]\n", "&x", (1, 3)),
        ("a: 1\n---\nb: 1\n", "---", (2, 1)),
    ],
)
def test_what_editors_never_need_is_refused_at_its_place(text: str, feature: str, place: tuple[int, int]) -> None:
    problem = only(text)
    assert (problem.code, problem.params["feature"], problem.place) == ("SM103", feature, Place("x.yml", *place))


def test_a_key_written_twice_names_both_lines() -> None:
    problem = only("a: 1\nb:\n  a: 2\n  c: 3\n  a: 4\n")
    assert (problem.code, problem.place, problem.params) == (
        "SM102",
        Place("x.yml", 5, 3),
        {"key": "a", "first": "3"},
    )


@pytest.mark.parametrize(
    ("text", "told", "place"),
    [
        ("a: Kamer #3\n", ("Kamer", "#3", "quote", 'a: "Kamer #3"'), (1, 9)),
        ("a: [Kamer #3\n  ]\n", ("Kamer", "#3", None, None), (1, 10)),
        ("- x\n- y\t# nee\n", ("y", "# nee", None, None), (2, 4)),
        ("a: #samen eten\nb: c\n", ("", "#samen eten", "start", 'a: "#samen eten"'), (1, 3)),
    ],
)
def test_a_comment_that_cuts_a_text_warns(text: str, told: tuple[str | None, ...], place: tuple[int, int]) -> None:
    problem = only(text)
    assert (problem.code, problem.place) == ("SM107", Place("x.yml", *place))
    assert tuple(problem.params.get(name) for name in ("kept", "lost", "case", "repaired")) == told


@pytest.mark.parametrize(
    "text", ["# a\na: b\n", "a: b\n# c\n", "a: 'b' # c\n", 'a: "b #3"\n', "a: b#3\n", "a: # c\n  b\n", "a: |\n  b #3\n"]
)
def test_other_comments_are_fine(text: str) -> None:
    assert read_yaml(text, file="x.yml").problems == ()


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x85", "U+0085"),
        ("\u00ad", "U+00AD"),
        ("\u200b", "U+200B"),
        ("\u200f", "U+200F"),
        ("\u2028", "U+2028"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
    ],
)
def test_a_hidden_character_is_refused_at_its_place(character: str, name: str) -> None:
    problem = only(f"a: 1\nb: x{character}y\n")
    assert (problem.code, problem.place, problem.params) == ("SM104", Place("x.yml", 2, 5), {"character": name})


@pytest.mark.parametrize("escape", [r"\0", r"\u202e", r"\x1b", r"\u200b", r"\N"])
def test_an_escape_hides_nothing_either(escape: str) -> None:
    problem = only(f'a: "x{escape}y"\n')
    assert (problem.code, problem.place) == ("SM104", Place("x.yml", 1, 4))


@pytest.mark.parametrize("text", ["a: مساعدة\n", "a: می‌خواهم\n", "a: 👩‍👧\n", "a: é ï ü\n", "a: '\\u202e'\n"])
def test_letters_of_every_script_are_fine(text: str) -> None:
    assert read_yaml(text, file="x.yml").problems == ()


def nested(depth: int) -> str:
    return "a: " + "[" * depth + "x" + "]" * depth


@pytest.mark.parametrize("text", [nested(MAX_DEPTH + 1), nested(30_000), "a: " + "[" * 100_000, "{a: " * 50_000])
def test_depth_ends_reading_before_it_can_hurt(text: str) -> None:
    assert only(text).code == "SM106"


def test_a_file_may_be_as_deep_and_as_long_as_the_guards_say() -> None:
    assert read_yaml(nested(MAX_DEPTH - 1), file="x.yml").problems == ()
    assert read_yaml("a: [" + "x," * (MAX_NODES - 3) + "]", file="x.yml").problems == ()
    assert only("a: [" + "x," * MAX_NODES + "]").code == "SM106"


def test_a_text_may_be_as_long_as_the_guard_says() -> None:
    assert read_yaml("a: " + "x" * MAX_SCALAR, file="x.yml").problems == ()
    assert only("a: " + "x" * (MAX_SCALAR + 1)).code == "SM105"


def test_an_alias_bomb_ends_at_its_first_anchor() -> None:
    layers = "\n".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdef", "bcdefg", strict=True)
    )
    problem = only(f"a: &a [x, x]\n{layers}\n")
    assert (problem.code, problem.params["feature"]) == ("SM103", "&a")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c\n", 1),
        ("a: [b\nc: d\n", 1),
        ("a: 'b\nc: d\n", 1),
        ("a:\n\t- b\n", 2),
        ("a: @b\n", 1),
        ("a: b\n c: d\n", 2),
        ("a: %b\n", 1),
        ("a: {b\n", 1),
        ("a\nb: c\n", 2),
        ("{a: b}: c\n", 1),
    ],
)
def test_a_slip_in_the_syntax_is_placed_on_a_line_that_is_there(text: str, line: int) -> None:
    problem = only(text)
    assert (problem.code, problem.place.line) == ("SM101", line)
    assert problem.params["line"] == text.split("\n")[line - 1].strip()


def test_places_of_keys_and_values_at_every_depth() -> None:
    text = "naam: x\nlocaties:\n  - locatie: zaal\n    telefoon:\n      nummer: '112'\n  - hal\nthemas: [a, b]\n"
    marks = read_yaml(text, file="x.yml", places=True).marks
    assert {
        ("naam",): (1, 7),
        ("naam", ""): (1, 1),
        ("locaties", 0): (3, 5),
        ("locaties", 0, "telefoon", "nummer"): (5, 15),
        ("locaties", 0, "telefoon", "nummer", ""): (5, 7),
        ("locaties", 1): (6, 5),
        ("themas", 1): (7, 13),
    }.items() <= marks.items()


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    document = read_yaml(text, file="x.yml", places=True)
    assert all(problem.place.file == "x.yml" for problem in document.problems)
    assert document.value is None or isinstance(document.value, str | list | dict)


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                ": ",
                "\n",
                "- ",
                "  ",
                "[",
                "]",
                "{",
                "}",
                "'",
                '"',
                "#",
                "|",
                "&x ",
                "*x",
                "? ",
                ",",
                "\t",
                "!",
                "%",
                "---",
                "...",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_no_syntax_makes_the_reader_raise(text: str) -> None:
    for problem in read_yaml(text, file="x.yml", places=True).problems:
        assert problem.place.line >= 1
        assert problem.place.line <= text.count("\n") + 1


def test_settings_are_read_with_their_own_types_and_over_unknown_tags() -> None:
    text = "a: 1\nb: yes\nc: !ENV [X, y]\nd: !!python/name:material.extensions.emoji.twemoji\n"
    assert read_settings_yaml(text) == {"a": 1, "b": True, "c": None, "d": None}


def test_settings_that_are_no_yaml_say_which_line() -> None:
    with pytest.raises(ValueError, match=r"^2: `b: \[c`$"):
        read_settings_yaml("a: 1\nb: [c\n")
