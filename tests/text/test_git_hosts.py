"""The addresses that open a filled-in page at each kind of Git host."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.text.git_hosts import GitHost, edit_pattern, filled, git_host, issue_pattern, new_file_pattern

GITHUB = GitHost("github", "https://github.com/stad/kaart")
GITLAB = GitHost("gitlab", "https://gitlab.com/stad/kaart", "hoofd/lijn")
FORGEJO = GitHost("forgejo", "https://codeberg.org/stad/kaart")


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/stad/kaart", GITHUB),
        ("https://github.com/stad/kaart.git", GITHUB),
        ("https://github.com/stad/kaart/", GITHUB),
        ("https://codeberg.org/stad/kaart", FORGEJO),
        ("https://gitlab.stad.example/a/b", GitHost("gitlab", "https://gitlab.stad.example/a/b")),
        ("https://code.stad.example/a/b", None),
        ("", None),
    ],
)
def test_the_domain_tells_the_kind_of_host(repository: str, expected: GitHost | None) -> None:
    assert git_host(repository) == expected


def test_the_settings_tell_the_kind_where_the_domain_does_not() -> None:
    found = git_host("https://code.stad.example/a/b", kind="forgejo", branch="hoofd")
    assert found == GitHost("forgejo", "https://code.stad.example/a/b", "hoofd")


def test_each_host_opens_an_issue_in_its_own_way() -> None:
    assert [filled(issue_pattern(host), title="a b", body="c&d\ne") for host in (GITHUB, GITLAB, FORGEJO)] == [
        "https://github.com/stad/kaart/issues/new?title=a%20b&body=c%26d%0Ae",
        "https://gitlab.com/stad/kaart/-/issues/new?issue%5Btitle%5D=a%20b&issue%5Bdescription%5D=c%26d%0Ae",
        "https://codeberg.org/stad/kaart/issues/new?title=a%20b&body=c%26d%0Ae",
    ]


def test_each_host_opens_a_new_file_in_its_own_way() -> None:
    path = "data/aanbod/taalcafé.yml"
    assert [filled(new_file_pattern(host), path=path, body="naam: x") for host in (GITHUB, GITLAB, FORGEJO)] == [
        "https://github.com/stad/kaart/new/main?filename=data/aanbod/taalcaf%C3%A9.yml&value=naam%3A%20x",
        "https://gitlab.com/stad/kaart/-/new/hoofd/lijn?file_name=data/aanbod/taalcaf%C3%A9.yml",
        "https://codeberg.org/stad/kaart/_new/main/?filename=data/aanbod/taalcaf%C3%A9.yml&value=naam%3A%20x",
    ]
    assert [host.fills_files for host in (GITHUB, GITLAB, FORGEJO)] == [True, False, True]


def test_each_host_opens_a_file_to_edit_in_its_own_way() -> None:
    assert [filled(edit_pattern(host), path="data/aanbod/a.yml") for host in (GITHUB, GITLAB, FORGEJO)] == [
        "https://github.com/stad/kaart/edit/main/data/aanbod/a.yml",
        "https://gitlab.com/stad/kaart/-/edit/hoofd/lijn/data/aanbod/a.yml",
        "https://codeberg.org/stad/kaart/_edit/main/data/aanbod/a.yml",
    ]


@given(title=st.text(max_size=40), body=st.text(max_size=200))
def test_no_word_can_add_a_parameter_or_leave_the_host(title: str, body: str) -> None:
    address = urlsplit(filled(issue_pattern(GITHUB), title=title.replace("{", ""), body=body.replace("{", "")))
    assert (address.netloc, address.path, address.fragment) == ("github.com", "/stad/kaart/issues/new", "")
    assert set(parse_qs(address.query, keep_blank_values=True)) == {"title", "body"}


def test_a_host_is_called_by_its_domain() -> None:
    assert GitHost("forgejo", "https://www.code.example/a/b").name == "code.example"
