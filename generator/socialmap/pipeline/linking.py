"""Links: the addresses that records name, asked over the network, and told to the role that keeps each right.

Called by the command alone. Answers are remembered in the project's cache.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from socialmap.catalogue import Key
from socialmap.links import (
    Answer,
    Manners,
    Mention,
    by_role,
    check_links,
    read_memory,
    write_json,
    write_markdown,
    write_memory,
    write_text,
)
from socialmap.links.asking import make_asker
from socialmap.pipeline.load import Data
from socialmap.pipeline.named_links import memory_file, named_links
from socialmap.pipeline.project import PACKAGE, Project
from socialmap.sources.words import Words, read_words
from socialmap.sources.yaml_reader import read_settings_yaml

FOLDER = PACKAGE / "links" / "messages"


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking: where each address is written, how it answered, and the words to tell it in."""

    mentions: tuple[Mention, ...]
    answers: Mapping[str, Answer]
    words: Mapping[str, str]

    @property
    def clean(self) -> bool:
        """Whether there is nothing that anybody should look at."""
        return not by_role(self.mentions, self.answers)

    def written(self, form: str) -> str:
        """Everything as text, json or markdown."""
        if form == "json":
            return write_json(self.mentions, self.answers)
        if form == "text":
            return write_text(self.mentions, self.answers, words=self.words)
        return "\n".join(f"## {title}\n\n{body}" for title, body in self.issues().values())

    def issues(self) -> Mapping[str, tuple[str, str]]:
        """The title and text of an issue for each role that has something to look at."""
        found = by_role(self.mentions, self.answers)
        return {
            role or "zonder-rol": (
                self.words["title"].format(role=role or self.words["nobody"]),
                write_markdown(told, self.answers, words=self.words),
            )
            for role, told in found.items()
        }


@dataclass(frozen=True, slots=True)
class How:
    """How links are looked at: on which day, how politely, and which hosts may be asked though they are not public."""

    day: str
    language: str = "nl"
    manners: Manners = field(default_factory=Manners)
    timeout: float = 15.0
    allowed: frozenset[str] = frozenset()
    again: bool = False
    tell: Callable[[int, int], None] = lambda _done, _all: None


def look_at_links(project: Project, data: Data, *, roles: Mapping[Key, str], how: How) -> Looked:
    """Ask every address that a record names; `roles` is who keeps each record right."""
    mentions = tuple(mentions_of(data, roles=roles, words=read_words(project.settings.editor_language)))
    memory = memory_file(project)
    known = {} if how.again else read_memory(memory)
    with make_asker(how.day, timeout=how.timeout, allowed=how.allowed) as ask:
        urls = (mention.url for mention in mentions)
        answers = check_links(urls, ask=ask, known=known, day=how.day, manners=how.manners, tell=how.tell)
    write_memory(memory, answers.values())
    return Looked(mentions, answers, read_link_words(how.language))


def mentions_of(data: Data, *, roles: Mapping[Key, str], words: Words) -> Iterator[Mention]:
    """Every address in every text that is published, of records that did not stop."""
    for link in named_links(data.catalogue, words=words):
        name = next(iter(data.catalogue.records(link.key[0])[link.key[1]].name.values()))
        yield Mention(link.url, roles.get(link.key, ""), data.catalogue.origins[link.key].file, link.field, name)


def read_link_words(language: str) -> Mapping[str, str]:
    """The words in which links are told."""
    path = FOLDER / f"{language}.yml"
    found = read_settings_yaml((path if path.is_file() else FOLDER / "en.yml").read_text("utf-8"))
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}
