"""Any sequence of builds ends in what a single build of the last state would have given."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.sites import build, leftovers, tree
from socialmap.publish.routes import RouteError, check_routes

_SEGMENTS = st.sampled_from(["a", "b", "index.html", "x.css", "pagefind"])
_ROUTES = st.lists(_SEGMENTS, min_size=1, max_size=3).map("/".join)
_BODIES = st.sampled_from([b"", b"1", b"2", b"three"])


def _fits(routes: list[str]) -> bool:
    try:
        check_routes(routes)
    except RouteError:
        return False
    return True


_SITES = st.dictionaries(_ROUTES, _BODIES, max_size=8).filter(lambda files: _fits(list(files)))


@settings(max_examples=150, deadline=None)
@given(st.lists(_SITES, min_size=2, max_size=5))
def test_warm_builds_end_in_the_tree_of_a_cold_build(states: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as warm, tempfile.TemporaryDirectory() as cold:
        for files in states:
            build(Path(warm), files)
        build(Path(cold), states[-1])
        assert tree(Path(warm, "site")) == tree(Path(cold, "site")) == states[-1]
        assert leftovers(Path(warm)) == []
        assert build(Path(warm), states[-1]).written == ()


@settings(max_examples=80, deadline=None)
@given(_SITES, _SITES, st.data())
def test_files_damaged_by_hand_between_builds_are_healed(
    first: dict[str, bytes], second: dict[str, bytes], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build(root, first)
        for route in data.draw(st.lists(st.sampled_from(sorted(first) or [""]), unique=True).filter(all)):
            path = root / "site" / route
            path.unlink() if data.draw(st.booleans()) else path.write_bytes(b"edited by hand")
        build(root, second)
        assert tree(root / "site") == second
