"""A request to confirm is read only where it is one, whatever else a text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.pipeline.confirm_requests import ConfirmRequest, read_request, request_line

NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
RECORDS = st.lists(st.builds("{}/{}".format, st.from_regex(r"[a-z]+", fullmatch=True), NAMES), min_size=1)


@given(records=RECORDS, by=NAMES, around=st.text(max_size=40))
def test_what_is_asked_is_what_is_read(records: list[str], by: str, around: str) -> None:
    text = f"x{around}\r\n\r\n{request_line(records, by=by)}\r\n"
    assert read_request(text) == ConfirmRequest(tuple(records), by)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "socialmap confirm --by redactie",
        "socialmap confirm aanbod/x",
        "socialmap confirm aanbod/x --by redactie; rm -rf /",
        "socialmap confirm aanbod/x --by $(id)",
        "socialmap confirm ../x --by redactie",
        "socialmap confirm --project=/ aanbod/x --by redactie",
        "socialmap confirm aanbod/x --by redactie --dry-run",
        "socialmap confirm aanbod/x\u2028--by redactie",
        "> socialmap confirm aanbod/x --by redactie",
        "socialmap confirm aanbod/x --by redactie\nsocialmap confirm aanbod/y --by redactie",
        "socialmap confirm aanbod/x --by redactie" + "\n" * 30_000,
    ],
)
def test_what_is_no_request_or_more_than_one_is_not_read(text: str) -> None:
    assert read_request(text) is None


def test_the_same_request_twice_is_one() -> None:
    line = request_line(("aanbod/x", "locaties/y"), by="loket")
    assert read_request(f"{line}\n{line}") == ConfirmRequest(("aanbod/x", "locaties/y"), "loket")
