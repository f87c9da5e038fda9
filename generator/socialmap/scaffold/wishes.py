"""What somebody asks of a new repository, checked before anything is written; made by the command line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from socialmap.scaffold.outcome import Refusal
from socialmap.scaffold.pin import running_pin
from socialmap.text.words import slugify

DEFAULT_NAME: Final = "Mijn gemeente"
HOSTS: Final = ("github", "gitlab", "forgejo", "none")
NAME: Final = re.compile(r"['’]?[^\W_](?:[^\W_]|[ '’.,()/-]){0,78}")
LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
PREFIX: Final = re.compile(r"^gemeente\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of `socialmap new`; an empty `pin` is the socialmap that runs now."""

    name: str = DEFAULT_NAME
    languages: str = "nl,en,ar"
    neighbourhoods: Path | None = None
    postcodes: Path | None = None
    pin: str = ""
    host: str = "github"

    @property
    def municipality(self) -> str:
        """The municipality's bare name: "Utrecht", also where "Gemeente Utrecht" was given."""
        return PREFIX.sub("", " ".join(self.name.split())) or DEFAULT_NAME

    @property
    def language_codes(self) -> tuple[str, ...]:
        """The site's languages, the first its own; each once."""
        return tuple(dict.fromkeys(code.strip() for code in self.languages.split(",")))

    @property
    def wanted_pin(self) -> str:
        """The version, wheel or address of socialmap that the repository asks for."""
        return self.pin or running_pin()


def check_wishes(wishes: Wishes, /, *, languages: tuple[str, ...]) -> Iterator[Refusal]:
    """What cannot be written into files: a name of another form, a language without texts, or a host nobody knows."""
    strange = [code for code in wishes.language_codes if code not in languages]
    if not NAME.fullmatch(wishes.municipality) or not slugify(wishes.municipality):
        yield Refusal("name", {"name": wishes.name})
    if not all(LANGUAGE.fullmatch(code) for code in wishes.language_codes):
        yield Refusal("languages", {"languages": wishes.languages})
    elif strange:
        yield Refusal("no_texts", {"languages": ", ".join(strange), "known": ", ".join(languages)})
    if wishes.host not in HOSTS:
        yield Refusal("host", {"host": wishes.host})
