"""Every HTML file of the site is valid to the Nu validator and to html-validate."""

import json
import subprocess
from pathlib import Path

from demo_site.building import REPOSITORY, Built

TOOLS = REPOSITORY / "tests" / "node_modules"
HERE = Path(__file__).parent


def nu_errors(folder: Path) -> list[tuple[str, int, str]]:
    """What the Nu validator calls an error in the HTML files below a folder: file, line, message."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        (one["url"].rpartition(f"{folder.name}/")[2], one.get("lastLine", 0), one["message"])
        for one in json.loads(done.stderr)["messages"]
    ]


def html_validate_errors(folder: Path) -> list[tuple[str, int, str]]:
    """What html-validate says: file, line, rule and message."""
    pages = json.dumps([str(path) for path in sorted(folder.rglob("*.html"))])
    command = ["node", str(HERE / "html_validate.mjs")]
    done = subprocess.run(command, input=pages, capture_output=True, text=True, check=True)
    return [(str(Path(name).relative_to(folder)), line, message) for name, line, message in json.loads(done.stdout)]


def test_the_nu_validator_finds_nothing(demo: Built) -> None:
    assert nu_errors(demo.root) == []


def test_html_validate_finds_nothing(demo: Built) -> None:
    assert html_validate_errors(demo.root) == []


def test_both_see_what_is_wrong(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="nl"><head><title>T</title></head><body><img src="a.png"><p id="a"><p id="a"></body>'
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert any("alt" in message for _, _, message in nu_errors(tmp_path))
    assert any("no-dup-id" in message for _, _, message in html_validate_errors(tmp_path))
