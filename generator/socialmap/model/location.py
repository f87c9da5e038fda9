"""Where: a physical, postal or virtual place (HSDS location, address, accessibility)."""

from typing import Annotated, Literal

from pydantic import Field

from socialmap.model.fields import (
    Hourly,
    Line,
    LongText,
    OrganizationId,
    Phones,
    PostalCode,
    ShortText,
    Url,
    Vocabulary,
)
from socialmap.model.record import Record

Accessibility = Literal[
    "step_free",
    "lift",
    "accessible_toilet",
    "hearing_loop",
    "low_stimulus",
    "automatic_door",
    "disabled_parking",
    "assistance_dogs",
]


class Location(Record):
    """A place where services are, with what somebody needs to know to get in."""

    kind: Literal["physical", "postal", "virtual"] = Field("physical", description="What kind of place it is.")
    organization: OrganizationId | None = Field(None, description="Who runs the place.")
    address: Line | None = Field(None, description="Street and number.")
    postal_code: PostalCode | None = Field(None, description="Postcode.")
    city: Line | None = Field(None, description="Town.")
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = Field("NL", description="ISO 3166 code.")
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = Field(None, description="WGS 84 latitude.")
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = Field(None, description="WGS 84 longitude.")
    neighbourhood: Annotated[str, Vocabulary("neighbourhoods")] | None = Field(
        None, description="Neighbourhood; follows from the point where boundaries are known."
    )
    confidential: bool = Field(False, description="Hide address and point everywhere.")
    accessibility: tuple[Accessibility, ...] = Field((), description="What makes it easy to get in and around.")
    wifi: bool | None = Field(None, description="Free wifi.")
    children_welcome: bool | None = Field(None, description="Children may come along.")
    animals_welcome: bool | None = Field(None, description="Animals may come along.")
    transport: ShortText = Field(default_factory=dict, description="How to get there.")
    description: LongText = Field(default_factory=dict, description="How to find the door, and what is there.")
    schedule: Hourly | None = Field(None, description="When the place itself is open.")
    phones: Phones = Field((), description="Phone numbers of the place.")
    url: Url | None = Field(None, description="Web page of the place, or the place itself when it is virtual.")
