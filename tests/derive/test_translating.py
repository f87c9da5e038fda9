"""How far translations are: what is missing, a draft, or made from a text that changed."""

from hypothesis import given
from hypothesis import strategies as st

from socialmap.derive.translating import TextState, source_fingerprint, text_states
from socialmap.model import Service

NAME, SUMMARY = "Spreekuur", "We helpen je."
TEXTS = {"name": {"nl": NAME, "en": "Help desk"}, "summary": {"nl": SUMMARY, "en": "We help you."}}


def states(**values: object) -> list[TextState]:
    """The states of a service in Dutch and English."""
    service = Service.model_validate({"id": "x", "kinds": ["hulp"], "themes": ["geld"], **TEXTS, **values})
    return list(text_states(service, languages=("nl", "en")))


def marked(status: str = "reviewed", **source: str) -> dict[str, object]:
    """What a record says of its English."""
    return {"en": {"status": status, "source": source}}


def test_a_text_without_translation_is_missing() -> None:
    assert states(summary={"nl": SUMMARY})[1] == TextState("summary", "en", "missing", SUMMARY)


def test_a_translation_that_nobody_marked_is_taken_as_it_is() -> None:
    assert [each.state for each in states()] == ["unmarked", "unmarked"]


def test_a_reviewed_translation_of_the_same_text_is_reviewed() -> None:
    found = states(translations=marked(name=source_fingerprint(NAME)))
    assert found[0] == TextState("name", "en", "reviewed", NAME, "Help desk")


def test_a_translation_is_stale_when_its_text_changed_even_if_it_was_a_draft() -> None:
    old = source_fingerprint("Oud")
    assert [each.state for each in states(translations=marked(name=old))] == ["stale", "reviewed"]
    assert [each.state for each in states(translations=marked("draft", name=old))] == ["stale", "draft"]


def test_a_text_that_is_not_there_in_the_first_language_is_nobodys_task() -> None:
    assert [each.field for each in states(description={"en": "More."})] == ["name", "summary"]


@given(st.text(), st.text(alphabet=" \n\t", min_size=1))
def test_space_changes_no_fingerprint(text: str, space: str) -> None:
    assert source_fingerprint(f"{space}{text}{space}") == source_fingerprint(text)
