"""What a municipality decides about its site: the `socialmap` plugin's options in `mkdocs.yml`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, field_validator

from socialmap.model.fields import Group, Slug, Url

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
TILES = r"^(https://[A-Za-z0-9.-]+(:\d+)?/[^\s\"'<>;,]+|[A-Za-z0-9_]+(([./]|-+)[A-Za-z0-9_]+)*\.pmtiles)?$"
RELATIVE = r"^[A-Za-z0-9_]+(([./]|-+)[A-Za-z0-9_]+)*/?$"


def _off(value: object) -> object:
    """YAML 1.1, which MkDocs reads, takes a bare `off` for false."""
    return "off" if value is False else value


Severities = Annotated[Literal["error", "warning", "info", "off"], BeforeValidator(_off)]


class Colours(Group):
    """The municipality's own colours; what is left out keeps its default."""

    action: Colour | None = None
    action_dark: Colour | None = None
    part: Colour | None = None
    part_dark: Colour | None = None


class HouseStyle(Group):
    """Colours, logo and font."""

    colours: Colours = Colours()
    logo: Annotated[str, StringConstraints(pattern=RELATIVE)] | None = Field(
        None, description="Path of an SVG or PNG in the data folder."
    )
    font: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 ,'\"-]{1,120}$")] | None = Field(
        None, description="CSS font family that the visitor's device has, or that font_file carries."
    )
    font_file: Annotated[str, StringConstraints(pattern=RELATIVE)] | None = Field(
        None, description="Path of a WOFF2 file in the data folder."
    )


class MapSettings(Group):
    """Images under the outlines of the map: none, those of another host, or a PMTiles file of the municipality."""

    tiles: Annotated[str, StringConstraints(pattern=TILES)] = Field(
        "",
        description="Web address of images with {z}, {x} and {y}, or a .pmtiles file: its address or path in the data.",
    )
    attribution: str = Field("", description="Who made the images, as they ask to be named.")
    max_zoom: Annotated[int, Field(ge=1, le=22)] = 19

    @property
    def is_archive(self) -> bool:
        """Whether the images are in one file, of which browsers fetch parts."""
        return self.tiles.endswith(".pmtiles")

    @property
    def origin(self) -> str:
        """The host that browsers ask for images, as a policy names it; empty without one and for our own."""
        return "/".join(self.tiles.split("/")[:3]) if "://" in self.tiles else ""

    @property
    def route(self) -> str:
        """Where our own archive stands from the top of the site; empty when there is none."""
        return f"tiles/{self.tiles.rpartition('/')[2]}" if self.tiles and not self.origin else ""


class Settings(Group):
    """All settings of a site."""

    site_name: str = "Sociale kaart"
    site_url: str = ""
    municipality: str = Field("", description="Name of the municipality.")
    data: Annotated[str, StringConstraints(pattern=RELATIVE)] = "data"
    languages: tuple[Language, ...] = Field(("nl", "en", "ar"), min_length=1)
    editor_language: Language = "nl"
    today: date | None = Field(None, description="A fixed day in place of today's; for demonstrations.")
    fictional: bool = Field(False, description="Say on every page that the municipality does not exist.")
    desk: Slug | None = Field(None, description="The role whose phone number stands on every page.")
    report: str = Field("", description="Web or mail address where residents say that something is wrong.")
    quick_exit: Url = Field(
        "https://www.buienradar.nl/", description="The neutral page that the quick way out leads to."
    )
    style: HouseStyle = HouseStyle()
    map: MapSettings = MapSettings()
    severity: dict[str, Severities] = Field({}, description="Per problem code another severity, or off.")
    region: str = Field("", description="Region of the school holidays.")
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "NL"
    sitemap: bool = True
    cms: bool = Field(False, description="Publish an editing environment at /beheer/; fetch it with socialmap cms.")
    repository: Url | None = Field(None, description="Where the data is kept: the web address of its Git repository.")
    host: Literal["github", "gitlab", "forgejo"] | None = Field(
        None, description="The kind of Git host, when its web address does not tell; Gitea is forgejo."
    )
    branch: Annotated[str, StringConstraints(pattern=RELATIVE)] = Field(
        "main", description="The branch from which the site is published."
    )
    feedback: Literal["mail", "issue"] | None = Field(
        None,
        description="How residents say that something is wrong; left out, by mail where there is a mailbox.",
    )

    @field_validator("languages", mode="before")
    @classmethod
    def _one_or_more(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @property
    def language(self) -> str:
        """The language of the site's own texts and of its addresses without a prefix."""
        return self.languages[0]
