"""What a field of a record means beyond its type: words the readers, the schemas and the data dictionary act on.

`Annotated` types carry these marks; `model.shape` reads them back, so nothing about a field stands in two places.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from socialmap.text.hours import Hours, HoursFault, read_hours

RecordType = Literal["organization", "location", "service", "role", "experiment", "consultation"]
RECORD_TYPES: tuple[RecordType, ...] = (
    "organization",
    "location",
    "service",
    "role",
    "experiment",
    "consultation",
)


@dataclass(frozen=True, slots=True)
class Localized:
    """A text with a value per language, written as `key@en`; `markdown` allows CommonMark in it."""

    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A term of a taxonomy in `data/taxonomies`; `also` are words that stand outside the taxonomy."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another record; with several types it is written as `type/id`."""

    types: tuple[RecordType, ...]


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A nested group that may be written as one word: the word is the value of `field`."""

    field: str


@dataclass(frozen=True, slots=True)
class Internal:
    """Never published in any form."""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """A table whose keys are names of the record's own fields, written in the editor's language."""


@lru_cache(maxsize=16_384)
def read_hours_once(text: str) -> Hours | HoursFault:
    """What a text says of hours; many records say the same."""
    return read_hours(text)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Opening hours as the editor wrote them; what they mean is read when somebody asks for it."""

    text: str

    @property
    def hours(self) -> Hours:
        """What the text means.

        Raises:
            ValueError: when it cannot be read; a text of a valid record can.
        """
        found = read_hours_once(self.text)
        if isinstance(found, HoursFault):
            raise ValueError(f"cannot read hours: {found.fragment}")  # noqa: TRY004 - the value is wrong, not its type
        return found


class Group(BaseModel):
    """A frozen group of fields that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def read_schedule(value: object) -> Schedule:
    """The schedule in a written text.

    Raises:
        PydanticCustomError: `hours_unreadable` with the fragment, its offset and a suggestion that does read.
    """
    if isinstance(value, Schedule):
        return value
    text = " ".join(value) if isinstance(value, list) else str(value)
    hours = read_hours_once(text)
    if isinstance(hours, HoursFault):
        found = {"fragment": hours.fragment, "offset": hours.column, "suggestion": hours.suggestion or ""}
        raise PydanticCustomError("hours_unreadable", "cannot read hours: {fragment}", found)
    return Schedule(text)


def https_host(value: str) -> str:
    """The address itself when it is one that a browser may follow from a public page."""
    rest = value.split("://", 1)[1]
    authority = rest.split("/", 1)[0]
    if "@" in authority or "." not in authority:
        raise PydanticCustomError("url_not_public", "not a public web address")
    return value


SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
ShortText = Annotated[dict[str, Annotated[str, StringConstraints(min_length=1, max_length=300)]], Localized()]
LongText = Annotated[dict[str, Annotated[str, StringConstraints(min_length=1, max_length=4000)]], Localized()]
Markdown = Annotated[
    dict[str, Annotated[str, StringConstraints(min_length=1, max_length=4000)]], Localized(markdown=True)
]
Url = Annotated[
    str, StringConstraints(pattern=r"^https?://[^\s<>\"'\\^`{}|]+$", max_length=500), AfterValidator(https_host)
]
Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=254)]
PostalCode = Annotated[str, StringConstraints(min_length=3, max_length=12)]
Hourly = Annotated[Schedule, BeforeValidator(read_schedule)]
Age = Annotated[int, Field(ge=0, le=120)]

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

Organizations = Annotated[tuple[Slug, ...], Reference(("organization",))]
Services = Annotated[tuple[Slug, ...], Reference(("service",))]
OrganizationId = Annotated[Slug, Reference(("organization",))]
LocationId = Annotated[Slug, Reference(("location",))]
ServiceId = Annotated[Slug, Reference(("service",))]
RoleId = Annotated[Slug, Reference(("role",))]
Related = Annotated[tuple[str, ...], Reference(("organization", "service"))]
Themes = Annotated[tuple[str, ...], Vocabulary("themes")]
Neighbourhoods = Annotated[tuple[str, ...], Vocabulary("neighbourhoods")]


class Phone(Group):
    """A phone number with when and how it is answered (HSDS phone)."""

    number: Annotated[str, StringConstraints(min_length=3, max_length=40)]
    description: ShortText = Field(default_factory=dict)
    schedule: Hourly | None = None
    cost: ShortText = Field(default_factory=dict)
    internal: Annotated[bool, Internal()] = False


Phones = Annotated[tuple[Phone, ...], Shorthand("number")]


class Period(Group):
    """Days from and up to and including."""

    from_date: date | None = None
    until: date | None = None


class Translation(Group):
    """How far a translation is: its status and the fingerprint of each source text it was made from."""

    status: Literal["draft", "reviewed"] = "draft"
    source: Annotated[dict[str, str], FieldNames()] = Field(default_factory=dict)
