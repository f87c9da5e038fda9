"""What changes for residents beside services, organizations and places; and that no page is drawn that is the same."""

from pathlib import Path

import pytest

from edit.small import SERVICE, write
from socialmap.hosts.cli import main
from socialmap.pipeline import comparing_version

DAY = ("--today", "2026-11-22")
TRIAL = "naam: Bankjes\nverwachting: Meer mensen zitten.\nbegin: 2026-01-01\nrol: redactie\n"
QUESTION = "naam: Het plein\nvraag: Wat wil je?\nbegin: 2026-10-01\neind: 2026-12-01\nrol: redactie\n"
TERM = "- id: thuis\n  naam: Hulp thuis\n"
BEFORE = {
    "aanbod/a.yml": SERVICE,
    "taxonomies/life_questions.yml": TERM,
    "experimenten/bankjes.yml": TRIAL,
    "raadplegingen/plein.yml": QUESTION,
    "guides/thuis.yml": "levensvraag: thuis\nnaam: Thuis\nstappen:\n  - {id: een, naam: Bel ons, aanbod: [a]}\n",
    "pages/over.md": "# Over ons\n\nWij zijn er.\n",
}
AFTER = {
    **BEFORE,
    "experimenten/bankjes.yml": TRIAL + "interne_notitie: Niet voor bezoekers\nuitkomst: gelukt\n",
    "raadplegingen/plein.yml": QUESTION.replace("Wat wil je?", "Wat moet er komen?"),
    "guides/thuis.yml": BEFORE["guides/thuis.yml"].replace("Bel ons", "Kom langs"),
    "pages/over.md": "# Over ons\n\nWij helpen je.\n",
    "pages/nieuw.md": "# Nieuwe pagina\n\nLees dit.\n",
}


def told(now: Path, before: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says."""
    assert main(["diff", "--project", str(now), *DAY, "--", str(before / "data")]) == 0
    return capsys.readouterr().out


def test_guides_written_pages_trials_and_questions_are_told_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now, before = write(tmp_path / "now", AFTER), write(tmp_path / "before", BEFORE)
    said = told(now, before, capsys)
    assert said.startswith("Nieuw (1)\n  Nieuwe pagina (pagina nieuw)\n")
    assert "Veranderd (4)\n  Bankjes (experiment bankjes)\n    uitkomst\n      + gelukt\n" in said
    assert "  Het plein (raadpleging plein)\n    vraag\n      - Wat wil je?\n      + Wat moet er komen?\n" in said
    assert "  Thuis (gids thuis)\n" in said
    step = "\n      {sign} Spreekuur\n      {sign} Vraag na wanneer je terechtkunt.\n"
    assert "    1 Kom langs" + step.format(sign="+") in said
    assert "    1 Bel ons" + step.format(sign="-") in said
    assert "  Over ons (pagina over)\n    Boven aan de pagina\n      - Wij zijn er.\n      + Wij helpen je.\n" in said
    assert "pagina [en]" not in said
    assert "Niet voor bezoekers" not in said


def test_a_page_that_is_the_same_in_both_is_not_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    services = {f"aanbod/s{number}.yml": SERVICE for number in range(5)}
    now = write(tmp_path / "now", {**services, "aanbod/s2.yml": SERVICE + "kosten: gratis\n"})
    before = write(tmp_path / "before", services)
    drawn: list[str] = []
    dress = comparing_version.dress
    monkeypatch.setattr(
        comparing_version, "dress", lambda job, wardrobe: (drawn.append(job.name), dress(job, wardrobe=wardrobe))[1]
    )
    assert "Veranderd (1)" in told(now, before, capsys)
    assert set(drawn) == {"s2"}
