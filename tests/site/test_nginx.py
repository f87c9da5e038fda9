"""The server that the handbook describes for nginx is run as it stands there, and sends each page its own policy."""

import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from socket import socket
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from demo_site.building import Built
from demo_site.html import read_html
from socialmap.pipeline.project import packaged
from socialmap.shell.policy import HEADER_ONLY, OTHERS

Ask = Callable[[str], HTTPResponse | HTTPError]
POLICY = "Content-Security-Policy"
PAGE = packaged("site_overrides") / "handbook" / "site-plaatsen.md"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
STARTS = 100  # looks, a tenth of a second apart


def server_block(folder: Path, *, root: Path, site: Path, port: int) -> str:
    """The block of the handbook with the port, the certificate, the root and the site below it of this test."""
    (found,) = re.findall(r"```nginx\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    own = {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/certs/socialekaart.pem": f"{folder}/cert.pem",
        "/etc/ssl/private/socialekaart.key": f"{folder}/key.pem",
        "include /srv/sociale-kaart/site/": f"include {site}/",
        "root /srv/sociale-kaart/site": f"root {root}",
    }
    for written, meant in own.items():
        assert written in found
        found = found.replace(written, meant)
    return found


@contextmanager
def running(folder: Path, *, root: Path, site: Path) -> Iterator[int]:
    """The port of an nginx with that block."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    names = ("-subj", "/CN=localhost", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *names], check=True, capture_output=True
    )
    uses = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{use}_temp_path {folder}/{use};" for use in uses)  # Debian's own are root's
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary}\n"
        f"{server_block(folder, root=root, site=site, port=port)}}}\n",
        "utf-8",
    )
    process = subprocess.Popen([NGINX, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


@contextmanager
def asking(folder: Path, *, root: Path, site: Path) -> Iterator[Ask]:
    """Asks a running server for a route."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE

    def asked(route: str) -> HTTPResponse | HTTPError:
        request = Request(f"https://127.0.0.1:{port}/{route}", headers={"Accept-Encoding": "gzip"})
        try:
            answer: HTTPResponse | HTTPError = urlopen(request, context=trusting, timeout=20)
        except HTTPError as error:
            answer = error
        return answer

    with running(folder, root=root, site=site) as port:
        for _ in range(STARTS):
            try:
                asked("robots.txt")
                break
            except URLError:
                time.sleep(0.1)
        else:
            pytest.fail((folder / "error.log").read_text("utf-8"))
        yield asked


@pytest.fixture(scope="module")
def ask(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks the server for a route of the demo."""
    with asking(tmp_path_factory.mktemp("nginx"), root=demo.root, site=demo.root) as asked:
        yield asked


def differing(site: Built, ask: Ask, *, folder: str = "") -> dict[str, list[str] | None]:
    """The pages that are not sent with the policy that they state, each with what was sent."""
    found = {}
    for page in site.pages:
        route = page.relative_to(site.root).as_posix()
        with ask(f"{folder}{route}") as answer:
            stated = read_html(page).meta(POLICY)
            if stated and answer.headers.get_all(POLICY) != [f"{stated}; {HEADER_ONLY}"]:
                found[route] = answer.headers.get_all(POLICY)
    return found


def test_each_page_gets_the_policy_that_it_states_itself_and_not_in_a_frame(demo: Built, ask: Ask) -> None:
    assert differing(demo, ask) == {}


def test_a_site_in_a_folder_of_the_server_says_nothing_about_what_else_is_there(
    demo_online: Built, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "kaart").symlink_to(demo_online.root)
    (root / "anders.html").write_text("<p>Van iemand anders", "utf-8")
    with asking(tmp_path, root=root, site=demo_online.root) as ask:
        assert differing(demo_online, ask, folder="kaart/") == {}
        with ask("anders.html") as answer:
            assert (answer.status, answer.headers.get_all(POLICY)) == (200, None)


@pytest.mark.parametrize("route", ["", "zoeken.html", "handboek/index.html", "_headers", "bestaat-niet.html"])
def test_every_answer_has_the_other_headers_once(route: str, ask: Ask) -> None:
    with ask(route) as answer:
        assert {name: answer.headers.get_all(name) for name, _ in OTHERS} == {name: [value] for name, value in OTHERS}


def test_what_is_not_there_answers_with_the_page_that_says_so(demo: Built, ask: Ask) -> None:
    with ask("bestaat-niet.html") as answer:
        assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("ending", ["js", "css", "svg"])
def test_scripts_styles_and_drawings_are_sent_packed(ending: str, demo: Built, ask: Ask) -> None:
    large = max(demo.root.rglob(f"*.{ending}"), key=lambda path: path.stat().st_size)
    with ask(large.relative_to(demo.root).as_posix()) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
