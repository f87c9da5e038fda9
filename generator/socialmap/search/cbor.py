"""Finding one's way in CBOR (RFC 8949) without decoding it: where an item ends, and an array put in order.

`bundle` needs no more: Pagefind's filter and meta files are nested arrays whose items come in a random order.
"""

ARRAY, MAP, TAG, TEXT, BYTES = 4, 5, 6, 3, 2


def item_end(data: bytes, at: int) -> int:
    """The position after the item that starts at `at`, with all that is inside it."""
    pending = 1
    while pending:
        major, value, at = _head(data, at)
        pending += {ARRAY: value, MAP: 2 * value, TAG: 1}.get(major, 0) - 1
        at += value if major in (TEXT, BYTES) else 0
    return at


def item_start(data: bytes, array: int, index: int) -> int:
    """The position of the item at `index` in the array that starts at `array`."""
    _, _, at = _head(data, array)
    for _ in range(index):
        at = item_end(data, at)
    return at


def with_sorted_array(data: bytes, array: int) -> bytes:
    """The same data with the items of the array that starts at `array` in the order of their bytes."""
    major, count, first = _head(data, array)
    if major != ARRAY:
        raise ValueError(f"no array at {array}")
    items, at = [], first
    for _ in range(count):
        end = item_end(data, at)
        items.append(data[at:end])
        at = end
    return data[:first] + b"".join(sorted(items)) + data[at:]


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    major, info = data[at] >> 5, data[at] & 31
    if info < 24:
        return major, info, at + 1
    if info > 27:
        raise ValueError(f"an item of unknown length at {at}")
    end = at + 1 + (1 << (info - 24))
    return major, int.from_bytes(data[at + 1 : end], "big"), end
