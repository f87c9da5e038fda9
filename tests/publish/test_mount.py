"""A site that is a mount of its own, as in a container: a rename from beside it is impossible."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publish.sites import tree

_BUILDS = """
import os, sys
from pathlib import Path
from socialmap.publish import open_staging
site, cache = Path(sys.argv[1]), Path(sys.argv[2])
for body in (b"old", b"new"):
    with open_staging(site, cache=cache) as staging:
        staging.write("aanbod/a.html", body)
        assert len([name for name in os.listdir(site) if name.startswith(".site.staging-")]) == 1
        assert staging.commit().written == ("aanbod/a.html",)
"""


def _in_namespace(*command: str) -> list[str]:
    """The command as the owner of mounts that nobody else sees."""
    return ["unshare", "--map-root-user", "--mount", *command]


def _can_mount() -> bool:
    return shutil.which("unshare") is not None and subprocess.run(_in_namespace("true"), check=False).returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="this system does not let tests mount folders")
def test_a_site_on_a_mount_of_its_own_is_published_from_inside(tmp_path: Path) -> None:
    for name in ("real", "site"):
        (tmp_path / name).mkdir()
    script = 'mount --bind "$1" "$2" && exec "$3" -c "$4" "$2" "$5"'
    places = [str(tmp_path / "real"), str(tmp_path / "site"), sys.executable, _BUILDS, str(tmp_path / "cache")]
    done = subprocess.run(_in_namespace("sh", "-c", script, "sh", *places), check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "real") == {"aanbod/a.html": b"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "real", "site"]
