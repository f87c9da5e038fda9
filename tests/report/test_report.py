"""The report: severities as the municipality set them, sorted, without doubles, in the reader's words."""

from hypothesis import given
from hypothesis import strategies as st

from socialmap.pipeline.check import read_messages
from socialmap.problems import Place, Problem, fault
from socialmap.report import Report, build_report, write_text

DUTCH = read_messages("nl")
ONE = fault("SM201", Place("b.yml", 2, 1, "naaam"), suggestion="naam", key="naaam")
TWO = fault("SM408", Place("a.yml", 9, 3, "gecontroleerd_op"), date="2026-01-01")
THREE = fault("SM303", Place("a.yml", 1, 1))


def report(*problems: Problem, **severity: str) -> Report:
    return build_report(problems, messages=DUTCH, severity=severity)


@given(st.permutations([ONE, TWO, THREE, ONE, TWO]))
def test_findings_are_sorted_by_place_and_told_once_whatever_their_order(problems: list[Problem]) -> None:
    assert [finding.code for finding in report(*problems).findings] == ["SM303", "SM408", "SM201"]


def test_an_error_fails_and_a_warning_does_not() -> None:
    assert (report(ONE).failed, report(TWO).failed, report().failed) == (True, False, False)
    assert [report(ONE, TWO, THREE).count(level) for level in ("error", "warning", "info")] == [2, 1, 0]


def test_a_municipality_sets_its_own_severities() -> None:
    found = report(ONE, TWO, THREE, SM201="off", SM303="info", SM408="error")
    assert [(finding.code, finding.severity) for finding in found.findings] == [("SM303", "info"), ("SM408", "error")]


def test_our_own_names_are_told_as_readers_know_them() -> None:
    found = report(
        fault("SM301", Place("a.yml", 1, 1), id="x", type="service"),
        fault("SM302", Place("a.yml", 2, 1), term="y", vocabulary="target_groups"),
        fault("SM206", Place("a.yml", 3, 1, "z"), form="hours"),
    )
    assert [finding.what for finding in found.findings][:2] == [
        "Er is geen aanbod met de korte naam `x`.",
        "`y` staat niet in de lijst met doelgroepen.",
    ]
    assert found.findings[2].expected == "Hier hoort openingstijden, zoals `ma-vr 9:00-17:00`."


def test_a_value_that_could_not_be_read_is_not_also_called_wrong() -> None:
    place = Place("a.yml", 3, 1, "email")
    found = report(fault("SM206", place, form="text"), fault("SM214", place, value=""), ONE)
    assert [finding.code for finding in found.findings] == ["SM206", "SM201"]


def test_the_whole_report_as_text() -> None:
    assert write_text(report(ONE, TWO, fault("SM901", Place(""), detail="weg"))).split("\n") == [
        "De hele gegevensmap",
        "  fout",
        "    Het maken van de zoekmachine is mislukt: weg. De site zelf is er wel. [SM901 search-engine-failed]",
        "    Verwacht: Een zoekmachine die alle pagina's kent.",
        "    Oplossing: Bouw de site opnieuw. Lukt het weer niet? Meld het bij de makers.",
        "",
        "b.yml",
        "  regel 2, teken 1, naaam: fout",
        "    `naaam` is geen woord dat hier voor de dubbelepunt of boven een kolom kan staan. [SM201 unknown-key]",
        "    Bedoelde je `naam`?",
        "    Verwacht: Een woord uit de lijst met velden in het handboek.",
        "    Oplossing: Kijk of het goed gespeld is en of het op de goede plek staat.",
        "",
        "a.yml",
        "  regel 9, teken 3, gecontroleerd_op: let op",
        "    Dit is voor het laatst gecontroleerd op 2026-01-01. Het is tijd om weer te kijken of het klopt. "
        "[SM408 check-due]",
        "    Verwacht: Een controle op tijd.",
        "    Oplossing: Bel of mail even. Klopt alles? Zet dan de dag van vandaag bij `gecontroleerd_op`.",
        "",
        "Te verbeteren met `socialmap check --unsafe`, lees daarna na wat er veranderde: 1.",
        "2 fouten, 1 waarschuwing.",
    ]


def test_errors_of_a_file_come_before_its_warnings_and_paths_start_with_the_data_folder() -> None:
    late = fault("SM303", Place("a.yml", 20, 1))
    settings = fault("SM705", Place("mkdocs.yml"), value="xx")
    found = build_report((TWO, late, settings), messages=DUTCH, severity={}, folder="data")
    heads = [line for line in write_text(found).split("\n") if line and not line.startswith("    ")]
    assert heads == [
        "data/a.yml",
        "  regel 20, teken 1: fout",
        "  regel 9, teken 3, gecontroleerd_op: let op",
        "mkdocs.yml",
        "  fout",
        "2 fouten, 1 waarschuwing.",
    ]


def test_numbers_are_told_in_singular_and_plural() -> None:
    assert write_text(report(ONE)).split("\n")[-1] == "1 fout, 0 waarschuwingen."


def test_nothing_wrong_says_so() -> None:
    assert write_text(report()) == "Alles is in orde."


def test_a_file_of_the_site_is_told_by_its_own_path_and_one_of_the_data_by_the_folder() -> None:
    found = (fault("SM802", Place("site/aanbod/oud.html")), fault("SM108", Place("aanbod/leeg.yml", 1, 1)))
    told = write_text(build_report(found, messages=DUTCH, severity={}, folder="data"))
    files = [line for line in told.splitlines() if line and not line.startswith(" ")]
    assert files[:2] == ["data/aanbod/leeg.yml", "site/aanbod/oud.html"]
