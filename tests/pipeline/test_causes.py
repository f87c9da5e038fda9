"""A report tells what is wrong first: not what follows from a file, a row or a header that is wrong itself."""

from socialmap.pipeline.causes import first_causes
from socialmap.problems import Place, Problem, fault


def causes(*problems: Problem, first_line: str = "id;naam") -> tuple[Problem, ...]:
    return first_causes(problems, lambda _file: (first_line,))


UNREAD = fault("SM101", Place("aanbod/koffie.yml", 3, 1))
NAMED = fault("SM301", Place("aanbod/thee.yml", 4, 2, "verwijst_naar"), id="koffie", type="service")


def test_who_names_a_record_in_a_file_that_cannot_be_read_is_not_told() -> None:
    assert causes(NAMED, UNREAD) == (UNREAD,)


def test_who_names_a_record_that_is_nowhere_is_told() -> None:
    other = fault("SM101", Place("aanbod/brood.yml", 3, 1))
    assert causes(NAMED, other) == (NAMED, other)


def test_nobody_is_told_to_name_an_unknown_record_while_a_table_cannot_be_read() -> None:
    table = fault("SM120", Place("aanbod.csv", 9, 1))
    assert causes(table, NAMED) == (table,)


def test_a_row_of_the_wrong_length_is_told_once() -> None:
    long = fault("SM121", Place("aanbod.csv", 5, 1), cells=4, columns=3)
    shifted = fault("SM210", Place("aanbod.csv", 5, 0, "begin"), value="koffie")
    elsewhere = fault("SM210", Place("aanbod.csv", 6, 0, "begin"), value="koffie")
    assert causes(long, shifted, elsewhere) == (long, elsewhere)


def test_a_misspelled_column_is_told_once_above_the_column_and_not_as_missing() -> None:
    rows = [fault("SM201", Place("aanbod.csv", n, 0, "naem"), suggestion="naam", key="naem") for n in (3, 4)]
    missing = [fault("SM205", Place("aanbod.csv", n, 0, "naam@en"), key="name") for n in (3, 4)]
    told = fault("SM201", Place("aanbod.csv", 2, 0, "naem"), suggestion="naam", key="naem")
    assert causes(*rows, *missing, first_line="sep=;") == (told,)


def test_a_table_without_header_is_told_once() -> None:
    unknown = [fault("SM201", Place("aanbod.csv", 2, 0, name), key=name) for name in ("koffie", "Koffie", "inloop")]
    missing = fault("SM205", Place("aanbod.csv", 2, 0, "id"), key="id")
    assert causes(*unknown, missing) == (fault("SM128", Place("aanbod.csv", 1, 1)),)


def test_a_misspelled_key_of_a_file_is_not_told_as_missing() -> None:
    misspelled = fault("SM201", Place("aanbod/koffie.yml", 2, 1, "naem"), suggestion="naam", key="naem")
    missing = fault("SM205", Place("aanbod/koffie.yml", 1, 1, "naam"), key="name")
    other = fault("SM205", Place("aanbod/thee.yml", 1, 1, "naam"), key="name")
    assert causes(misspelled, missing, other) == (misspelled, other)
