"""CBOR items (RFC 8949, appendix A) are skipped and sorted by their bytes."""

import pytest

from socialmap.search.cbor import item_end, item_start, with_sorted_array


@pytest.mark.parametrize(
    "item",
    ["00", "17", "1818", "1903e8", "1a000f4240", "1b000000e8d4a51000", "20", "f5", "f6", "f93c00", "fb3ff199999999999a",
     "6161", "4401020304", "80", "83010203", "8301820203820405", "a201020304",
     "c074323031332d30332d32315432303a30343a30305a"],
)  # fmt: skip
def test_an_item_ends_where_its_last_byte_is(item: str) -> None:
    data = bytes.fromhex(item)
    assert item_end(data + b"\x00", 0) == len(data)


def test_an_item_of_unknown_length_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown length"):
        item_end(bytes.fromhex("9f01ff"), 0)


def test_an_array_within_an_array_is_sorted_and_the_rest_stays() -> None:
    data = bytes.fromhex("83018361636161616205")
    assert with_sorted_array(data, item_start(data, 0, 1)) == bytes.fromhex("83018361616162616305")


def test_something_else_than_an_array_is_not_sorted() -> None:
    with pytest.raises(ValueError, match="no array"):
        with_sorted_array(b"\x01", 0)
