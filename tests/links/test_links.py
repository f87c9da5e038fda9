"""Links are asked politely of a real server, never inside somebody's own network, and told per role."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from demo_site.small import write_small
from links.server import Log, serving
from socialmap.links import Answer, Manners, check_links, read_memory, write_memory
from socialmap.links.asking import Asker, make_asker
from socialmap.links.checking import is_fresh
from socialmap.links.hosts import is_public

DAY = "2026-11-22"
QUICK = Manners(pause=0.0)


@pytest.fixture
def host() -> Iterator[tuple[str, Log]]:
    """A server with its log."""
    with serving() as found:
        yield found


def asked(host: str, path: str, *, timeout: float = 5.0) -> Answer:
    """How a path of the server answers."""
    with make_asker(DAY, timeout=timeout, allowed=frozenset((host,))) as ask:
        return ask(f"http://{host}{path}").answer


@pytest.mark.parametrize(
    ("path", "state", "status"),
    [
        ("/ok", "fine", 200),
        ("/no-head", "fine", 200),
        ("/gone", "gone", 404),
        ("/removed", "gone", 410),
        ("/error", "failed", 500),
        ("/cut", "failed", 0),
        ("/closed", "refused", 403),
        ("/teapot", "refused", 418),
        ("/for-now", "fine", 200),
        ("/to-gone", "gone", 404),
        ("/busy-long", "busy", 503),
    ],
)
def test_a_page_is_told_by_how_it_answers(host: tuple[str, Log], path: str, state: str, status: int) -> None:
    assert asked(host[0], path) == Answer(f"http://{host[0]}{path}", state, DAY, status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "state", "target"),
    [
        ("/moved", "moved", "/ok"),
        ("/moved-twice", "moved", "/ok"),
        ("/round", "circle", "/round"),
    ],
)
def test_a_page_that_moved_for_good_says_where_to(host: tuple[str, Log], path: str, state: str, target: str) -> None:
    found = asked(host[0], path)
    assert (found.state, found.target) == (state, f"http://{host[0]}{target}")


def test_a_page_that_moved_and_then_sends_on_for_now_has_no_new_address(host: tuple[str, Log]) -> None:
    assert asked(host[0], "/moved-for-now").state == "fine"


@pytest.mark.parametrize("path", ["/into-the-house", "/to-this-computer", "/to-a-file"])
def test_no_redirect_leads_into_a_private_network(host: tuple[str, Log], path: str) -> None:
    assert asked(host[0], path).state == "private"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/",
        "http://user:word@example.org/",
        "ftp://example.org/",
    ],
)
def test_an_address_inside_a_network_is_never_asked(url: str) -> None:
    with make_asker(DAY) as ask:
        assert ask(url).answer == Answer(url, "private", DAY)


def test_a_name_with_one_private_address_is_private() -> None:
    both = {"93.184.216.34", "10.0.0.7"}
    assert not is_public("https://example.org/", resolved=lambda _host, _port: both)
    assert is_public("https://example.org/", resolved=lambda _host, _port: {"93.184.216.34"})
    assert not is_public("https://example.org/", resolved=lambda _host, _port: ())


def test_a_host_that_nobody_knows_is_told_so(host: tuple[str, Log]) -> None:
    assert asked(host[0], "/nowhere").state == "unknown"


def test_a_page_that_does_not_answer_in_time_is_slow(host: tuple[str, Log]) -> None:
    assert asked(host[0], "/slow", timeout=0.3).state == "slow"


def test_head_comes_before_get_and_get_only_where_needed(host: tuple[str, Log]) -> None:
    for path in ("/ok", "/no-head", "/gone"):
        asked(host[0], path)
    assert [host[1].methods(path) for path in ("/ok", "/no-head", "/gone")] == [
        ["HEAD"],
        ["HEAD", "GET"],
        ["HEAD", "GET"],
    ]


def test_a_busy_host_is_asked_again_after_the_wait_that_it_names(host: tuple[str, Log]) -> None:
    rests: list[float] = []
    url = f"http://{host[0]}/busy-once"
    with make_asker(DAY, allowed=frozenset((host[0],))) as ask:
        found = check_links([url], ask=ask, known={}, day=DAY, manners=QUICK, rest=rests.append)
    assert (found[url].state, rests) == ("fine", [1.0])


def test_a_long_wait_is_not_waited_for(host: tuple[str, Log]) -> None:
    rests: list[float] = []
    url = f"http://{host[0]}/busy-long"
    with make_asker(DAY, allowed=frozenset((host[0],))) as ask:
        found = check_links([url], ask=ask, known={}, day=DAY, manners=QUICK, rest=rests.append)
    assert (found[url].state, rests) == ("busy", [])


def test_a_wait_may_be_a_moment() -> None:
    moment = datetime(2026, 11, 18, 6, 26, 50, tzinfo=UTC).timestamp()
    with Asker(DAY, now=lambda: moment - 90) as ask:
        assert ask.later("Wed, 18 Nov 2026 06:26:50 GMT") == 90.0
        assert ask.later("Mon, 01 Jan 2001 00:00:00 GMT") == 0.0
        assert (ask.later("12"), ask.later("straks"), ask.later("")) == (12.0, 60.0, 60.0)


def test_one_host_is_asked_one_at_a_time_with_a_pause_and_each_address_once(host: tuple[str, Log]) -> None:
    rests: list[float] = []
    urls = [f"http://{host[0]}/{name}" for name in ("ok", "gone", "ok", "error")]
    with make_asker(DAY, allowed=frozenset((host[0],))) as ask:
        heard: list[tuple[int, int]] = []
        check_links(
            urls,
            ask=ask,
            known={},
            day=DAY,
            manners=Manners(pause=0.25),
            tell=lambda done, total: heard.append((done, total)),
            rest=rests.append,
        )
    assert rests == [0.25, 0.25]
    assert heard == [(1, 3), (2, 3), (3, 3)]
    assert host[1].count("/ok") == 1


def test_what_was_fine_lately_is_not_asked_again_and_what_was_not_is(host: tuple[str, Log], tmp_path: Path) -> None:
    ok, gone = (f"http://{host[0]}/{name}" for name in ("ok", "gone"))
    path = tmp_path / "cache" / "links.json"
    write_memory(path, [Answer(ok, "fine", "2026-11-18", 200), Answer(gone, "gone", "2026-11-18", 404)])
    with make_asker(DAY, allowed=frozenset((host[0],))) as ask:
        found = check_links([ok, gone], ask=ask, known=read_memory(path), day=DAY, manners=QUICK)
    assert [found[ok].day, found[gone].day] == ["2026-11-18", DAY]
    assert host[1].count("/ok") == 0


@pytest.mark.parametrize(("age", "fresh"), [(0, True), (6, True), (7, False), (-1, False)])
def test_a_good_answer_counts_for_six_days(age: int, fresh: bool) -> None:
    answer = Answer("https://x.example/", "fine", f"2026-11-{22 - age:02d}", 200)
    assert is_fresh(answer, DAY, 6) is fresh


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"url": "x"}]', '[{"url": "x", "state": "?", "day": "d"}]'])
def test_a_damaged_memory_is_asked_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text)
    assert read_memory(tmp_path / "links.json") == {}
    assert read_memory(tmp_path / "none.json") == {}


def run(root: Path, host: str, *options: str) -> subprocess.CompletedProcess[str]:
    """The real command, with this server as the only host that need not be public."""
    command = [sys.executable, "-m", "socialmap.hosts.cli", "links", "--project", str(root), "--today", DAY]
    return subprocess.run(
        [*command, "--allow", host, "--pause", "0", *options], capture_output=True, text=True, check=False
    )


@pytest.fixture
def town(tmp_path: Path, host: tuple[str, Log]) -> Path:
    """A municipality whose service and organization name pages of the server."""
    at = f"http://{host[0]}"
    changes = {
        "aanbod/spreekuur.yml": {"website": f"{at}/ok", "beschrijving": f"Lees [meer]({at}/moved), of bel."},
        "organisaties/welzijn.yml": {"website": f"{at}/gone", "interne_notitie": f"oud: {at}/error"},
        "aanbod/oud.yml": {
            "naam": "Oud",
            "status": "gestopt",
            "soort": ["hulp"],
            "themas": ["geld"],
            "website": f"{at}/removed",
        },
    }
    return write_small(tmp_path / "town", changes=changes)


def test_the_command_tells_each_role_what_to_see_to(town: Path, host: tuple[str, Log]) -> None:
    done = run(town, host[0])
    assert done.stderr == ""
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "redactie",
        f"  organisaties/welzijn.yml (website): http://{host[0]}/gone",
        "    Deze pagina bestaat niet meer. Zoek het nieuwe adres, of haal het weg. (404)",
        f"  aanbod/spreekuur.yml (beschrijving): http://{host[0]}/moved",
        f"    Deze pagina is verhuisd naar http://{host[0]}/ok. Neem dat adres over. (200)",
        "",
        "3 adressen bekeken: 2 om na te lopen, 0 waarvan we het niet weten.",
    ]
    assert (host[1].count("/error"), host[1].count("/removed")) == (0, 0)


def test_the_command_remembers_and_can_ask_anew(town: Path, host: tuple[str, Log]) -> None:
    for options in ((), (), ("--again",)):
        run(town, host[0], *options)
    assert (host[1].methods("/gone"), host[1].count("/moved")) == (["HEAD", "GET"] * 2, 2)


def test_all_is_well_with_exit_code_zero(tmp_path: Path, host: tuple[str, Log]) -> None:
    root = write_small(tmp_path, changes={"aanbod/spreekuur.yml": {"website": f"http://{host[0]}/ok"}})
    done = run(root, host[0], "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "1 addresses looked at: 0 to see to, 0 of which we do not know.\n")


def test_programs_get_json(town: Path, host: tuple[str, Log]) -> None:
    found = {each["url"]: each for each in json.loads(run(town, host[0], "--format", "json").stdout)}
    assert found[f"http://{host[0]}/gone"] == {
        "url": f"http://{host[0]}/gone",
        "state": "gone",
        "status": 404,
        "target": None,
        "checked": DAY,
        "places": [{"role": "redactie", "file": "organisaties/welzijn.yml", "field": "website", "name": "Welzijn"}],
    }


def test_a_role_gets_one_issue_in_which_nothing_calls_anybody(tmp_path: Path, host: tuple[str, Log]) -> None:
    changes = {"aanbod/spreekuur.yml": {"naam": "@iedereen <b>", "website": f"http://{host[0]}/gone"}}
    root = write_small(tmp_path, changes=changes)
    run(root, host[0], "--issues", str(tmp_path / "issues"))
    text = (tmp_path / "issues/redactie.md").read_text("utf-8")
    assert [path.name for path in (tmp_path / "issues").iterdir()] == ["redactie.md"]
    assert text.splitlines() == [
        "Verwijzingen nalopen: redactie",
        "",
        "Deze verwijzingen op de kaart werken niet meer zoals ze er staan. Loop ze na en verbeter het record.",
        "",
        f"- [ ] **\\@iedereen \\<b\\>** (`aanbod/spreekuur.yml`, `website`): `http://{host[0]}/gone`  ",
        "  Deze pagina bestaat niet meer. Zoek het nieuwe adres, of haal het weg. (404)",
    ]


def test_neither_check_nor_build_asks_anything(town: Path, host: tuple[str, Log]) -> None:
    subprocess.run(
        [sys.executable, "-m", "socialmap.hosts.cli", "check", "--project", str(town)], check=False, capture_output=True
    )
    assert host[1].asked == []
