"""One's own list as text: whatever is written in it comes back, and what is no list gives an empty one."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demo_site.building import REPOSITORY
from demo_site.scripts import run_module

MODULE = REPOSITORY / "site_overrides/components/my-list/codec.js"
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
LISTS = st.builds(
    lambda title, items: {"title": title, "items": [{"id": name, "note": note} for name, note in items.items()]},
    TEXTS,
    st.dictionaries(SLUGS, TEXTS, min_size=1, max_size=6),
)
THERE_AND_BACK = "export default (module, lists) => lists.map((list) => module.decode('#' + module.encode(list)));"
READ = "export default (module, texts) => texts.map((text) => module.decode(text).items.map(({ id }) => id));"


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(LISTS, min_size=30, max_size=60))
def test_every_list_comes_back_as_it_was_written(lists: list[object]) -> None:
    assert json.loads(run_module(MODULE, THERE_AND_BACK, lists)) == lists


def test_only_names_of_services_are_read_each_once() -> None:
    texts = ["", "#", "#../x", "#a,b,a", "#A,b_c,-d,e-", "#https://x.example", "#a~%E0%A4%A;%", "#" + "a" * 81]
    assert json.loads(run_module(MODULE, READ, texts)) == [[], [], [], ["a", "b"], [], [], ["a"], []]
