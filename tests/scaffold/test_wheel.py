"""The built wheel is enough: a municipality that installs it starts, checks and builds without this repository."""

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHERE = "import socialmap; from importlib.metadata import version; print(socialmap.__file__, version('socialmap'))"


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment with the wheel in it, and the dependencies of this one but not its editable socialmap."""

    folder: Path
    wheel: Path

    def run(self, command: str, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
        return subprocess.run(
            [self.folder / "bin" / command, *map(str, arguments)],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )


def pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    top = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", top / "made", ROOT)
    (wheel,) = (top / "made").iterdir()
    venv.create(top / "env", with_pip=False)
    pip("--python", top / "env" / "bin" / "python", "install", "--no-deps", "--no-index", wheel)
    (packages,) = (top / "env" / "lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(top / "env", wheel)


@pytest.fixture(scope="module")
def started(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that the wheel's own command made."""
    top = tmp_path_factory.mktemp("municipality")
    made = installed.run("socialmap", "new", "kaart", "--name", "Utrecht", "--pin", installed.wheel, cwd=top)
    assert made.returncode == 0, made.stderr
    return top / "kaart"


def test_the_wheel_is_what_runs(installed: Installed, tmp_path: Path) -> None:
    file, version = installed.run("python", "-c", WHERE, cwd=tmp_path).stdout.split()
    assert Path(file).is_relative_to(installed.folder)
    assert version in installed.wheel.name


def test_repository_pins_the_wheel_that_made_it(installed: Installed, started: Path) -> None:
    assert (started / "wheels" / installed.wheel.name).read_bytes() == installed.wheel.read_bytes()
    assert (started / "requirements.txt").read_text().endswith(f"\n./wheels/{installed.wheel.name}\n")


def test_wheel_writes_what_a_checkout_writes(started: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "socialmap.hosts.cli", "new", "kaart", "--name", "Utrecht"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    names = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "kaart").rglob("*") if path.is_file()]
    names.remove("kaart/requirements.txt")
    assert [name for name in names if (started.parent / name).read_bytes() != (tmp_path / name).read_bytes()] == []


def test_wheel_carries_templates_schemas_and_translations(installed: Installed) -> None:
    (package,) = (installed.folder / "lib").glob("python*/site-packages/socialmap")
    for folder in ("site_overrides", "schemas"):
        assert [
            path.as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and not (package / path.relative_to(ROOT)).is_file()
        ] == []


def test_new_repository_has_no_errors(installed: Installed, started: Path) -> None:
    checked = installed.run("socialmap", "check", cwd=started)
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    assert "\n0 fouten, " in checked.stdout


def test_new_repository_builds_the_map(installed: Installed, started: Path) -> None:
    built = installed.run("socialmap", "build", "--map-only", cwd=started)
    assert built.returncode == 0, built.stdout + built.stderr
    page = (started / "site/aanbod/voorbeeld-koffieochtend.html").read_text("utf-8")
    assert "Voorbeeld: koffieochtend" in page
    assert "099 999 20 02" in page
    assert "Utrecht" in (started / "site/index.html").read_text("utf-8")


def test_mkdocs_alone_builds_the_new_repository_too(installed: Installed, started: Path) -> None:
    built = installed.run("python", "-m", "mkdocs", "build", "--strict", cwd=started)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "Onze afspraken" in (started / "site/handboek/afspraken.html").read_text("utf-8")
    assert "Voorbeeld: koffieochtend" in (started / "site/aanbod/voorbeeld-koffieochtend.html").read_text("utf-8")
