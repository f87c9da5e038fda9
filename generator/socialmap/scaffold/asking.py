"""The few questions of `socialmap new` on a terminal, each until its answer can be used; called by the command line.

What was given as an option is not asked again, and Enter keeps what is proposed.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from socialmap.scaffold.neighbourhoods import neighbourhood_files
from socialmap.scaffold.outcome import Refusal, say, texts
from socialmap.scaffold.template import known_languages
from socialmap.scaffold.wishes import Wishes, check_wishes

QUESTIONS: Final = ("name", "languages", "neighbourhoods", "host")


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to put a question and read its answer, and how to say something."""

    ask: Callable[[str], str]
    tell: Callable[[str], None]


def ask_wishes(wishes: Wishes, /, *, given: Collection[str], terminal: Terminal) -> Wishes:
    """The wishes with an answer to each question that was not `given` as an option."""
    asked = [wish for wish in QUESTIONS if wish not in given]
    words = texts()
    if asked:
        terminal.tell(words["hint"])
    for wish in asked:
        wishes = _answered(wishes, wish, words=words, terminal=terminal)
    return wishes


def _answered(wishes: Wishes, wish: str, *, words: Mapping[str, str], terminal: Terminal) -> Wishes:
    proposed = str(getattr(wishes, wish) or "")
    prompt = f"{words[f'question_{wish}']}{f' [{proposed}]' if proposed else ''} "
    while True:
        chosen = _chosen(wishes, wish, terminal.ask(prompt))
        known = tuple(_refusals(wishes))
        refused = tuple(refusal for refusal in _refusals(chosen) if refusal not in known)
        if not refused:
            return chosen
        terminal.tell(say(refused))


def _chosen(wishes: Wishes, wish: str, answer: str) -> Wishes:
    """The wishes with this answer; a file dragged onto a terminal comes in quotes."""
    text = answer.strip()
    if not text:
        return wishes
    if wish == "neighbourhoods":
        return replace(wishes, neighbourhoods=Path(text.strip("\"'")).expanduser())
    if wish == "host":
        return replace(wishes, host=text.lower())
    return replace(wishes, name=text) if wish == "name" else replace(wishes, languages=text)


def _refusals(wishes: Wishes) -> Iterator[Refusal]:
    yield from check_wishes(wishes, languages=known_languages())
    outlines = neighbourhood_files(wishes.neighbourhoods)
    if isinstance(outlines, Refusal):
        yield outlines
