"""What: all that a resident can get, join, learn, borrow or give (HSDS service, DATA §1)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from socialmap.model.fields import (
    Age,
    Email,
    Group,
    Hourly,
    Internal,
    LocationId,
    LongText,
    Markdown,
    OrganizationId,
    Period,
    Phone,
    Phones,
    Related,
    Services,
    Shorthand,
    ShortText,
    Themes,
    Url,
    Vocabulary,
    Weekday,
)
from socialmap.model.record import Described

Admission = Literal["everyone", "preferably", "only"]
Access = Literal[
    "walk_in", "appointment", "phone", "chat", "whatsapp", "email", "form", "referral", "home_visit", "online"
]
DigitalThreshold = Literal["none", "email", "website", "digid", "app"]


class TargetGroup(Group):
    """A group the service is for, and whether others may come too."""

    term: Annotated[str, Vocabulary("target_groups")] = Field(description="The group.")
    admission: Admission = Field("preferably", description="Who may come.")


class ServiceAtLocation(Group):
    """A place of the service, with its own hours and phone there."""

    location: LocationId = Field(description="The place.")
    schedule: Hourly | None = Field(None, description="When the service is there.")
    phone: Annotated[Phone, Shorthand("number")] | None = Field(None, description="Phone for this place.")
    note: ShortText = Field(default_factory=dict, description="What else to know at this place.")


class Cost(Group):
    """What it costs (HSDS cost_option)."""

    kind: Literal["free", "amount", "income", "contribution", "voluntary"] = Field(description="How you pay.")
    amount: Annotated[Decimal, Field(ge=0, le=100000)] | None = Field(None, description="Euro.")
    city_pass: bool = Field(False, description="Cheaper or free with the city pass or minimum-income scheme.")
    note: ShortText = Field(default_factory=dict, description="What the amount is for.")


class Capacity(Group):
    """How much room there is, and on which day that was so."""

    level: Literal["low", "medium", "full"] = Field(description="How much room.")
    date: date


class Alert(Period):
    """A temporary message above the facts."""

    text: ShortText = Field(min_length=1, description="The message.")


class Closure(Period):
    """A period in which the service is closed."""

    reason: ShortText = Field(default_factory=dict, description="Why it is closed.")


class ProfessionalContact(Group):
    """Whom a referrer calls; `internal` keeps it off everything published."""

    phones: Phones = ()
    email: Email | None = None
    internal: Annotated[bool, Internal()] = False


class Professional(Group):
    """What a referrer needs to know; a second voice on the record."""

    suitable: Markdown = Field(default_factory=dict, description="When this service fits.")
    criteria: Markdown = Field(default_factory=dict, description="Conditions.")
    indication: ShortText = Field(default_factory=dict, description="Whether an indication is needed.")
    law: tuple[Literal["wmo", "youth_act", "wlz", "zvw", "participation_act", "free_access"], ...] = Field(
        (), description="The law under which it is given."
    )
    duration: ShortText = Field(default_factory=dict, description="How long it takes.")
    contact: ProfessionalContact | None = Field(None, description="Contact for referrers.")


class Sharing(Group):
    """How things or favours change hands, for services of the kind sharing."""

    form: Literal["give", "lend", "swap", "favour", "small_fee"] = Field(description="How it is shared.")
    categories: Annotated[tuple[str, ...], Vocabulary("sharing_categories")] = Field((), description="What is shared.")


class PracticePlace(Group):
    """A place to practise with computer or phone."""

    devices: ShortText = Field(default_factory=dict, description="Devices that are there.")
    helpers: ShortText = Field(default_factory=dict, description="Who helps.")
    wifi: bool | None = None
    topics: Annotated[tuple[str, ...], Vocabulary("digital_topics")] = Field((), description="What you can practise.")


class StepInPoint(Group):
    """A place where help starts for another authority."""

    authority: ShortText = Field(default_factory=dict, description="The authority that it helps you reach.")


class Visit(Group):
    """An organization that comes on a weekday to where a group already is."""

    organization: OrganizationId
    weekday: Weekday | None = None
    note: ShortText = Field(default_factory=dict, description="What they do there.")


class Volunteering(Group):
    """What a volunteer does."""

    tasks: LongText = Field(default_factory=dict, description="What you do.")
    time: ShortText = Field(default_factory=dict, description="How much time it takes.")
    compensation: ShortText = Field(default_factory=dict, description="What you get for it.")


class Service(Described):
    """A service: one thing that a resident can get, join, learn, borrow or give."""

    alternate_names: tuple[str, ...] = Field((), description="Other names, jargon and misspellings that find it.")
    description: Markdown = Field(default_factory=dict, description="What happens there, in Markdown.")
    kinds: Annotated[tuple[str, ...], Vocabulary("kinds")] = Field(min_length=1, description="What kind it is.")
    themes: Themes = Field(min_length=1, description="What it is about.")
    target_groups: Annotated[tuple[TargetGroup, ...], Shorthand("term")] = Field((), description="Whom it is for.")
    minimum_age: Age | None = Field(None, description="From which age.")
    maximum_age: Age | None = Field(None, description="Up to and including which age.")
    eligibility: ShortText = Field(default_factory=dict, description="Whom it is for, in a sentence.")
    entrances: Annotated[tuple[str, ...], Vocabulary("entrances")] = Field((), description="Theme entrances.")
    life_questions: Annotated[tuple[str, ...], Vocabulary("life_questions")] = Field((), description="Life questions.")
    urgent: Annotated[int, Field(ge=1, le=99)] | None = Field(
        None, description="Place in the list of help that cannot wait."
    )
    quick_exit: bool | None = Field(
        None, description="Its pages get a quick way out; left out, they do when one of its life questions says so."
    )
    organization: OrganizationId | None = Field(None, description="Who offers it.")
    locations: Annotated[tuple[ServiceAtLocation, ...], Shorthand("location")] = Field((), description="Where.")
    service_area: Annotated[tuple[str, ...], Vocabulary("neighbourhoods", ("municipality", "region", "national"))] = (
        Field(("municipality",), description="For whom by where they live.")
    )
    schedule: Hourly | None = Field(None, description="When.")
    start_date: date | None = Field(None, description="First day.")
    end_date: date | None = Field(None, description="Last day.")
    cancelled: tuple[date, ...] = Field((), description="Days on which it is cancelled.")
    access: tuple[Access, ...] = Field((), description="How you get in.")
    registration: ShortText = Field(default_factory=dict, description="How to sign up.")
    referral: ShortText = Field(default_factory=dict, description="Who may refer.")
    waiting_time: ShortText = Field(default_factory=dict, description="How long the wait is.")
    phones: Phones = Field((), description="Phone numbers.")
    email: Email | None = Field(None, description="A function mailbox.")
    url: Url | None = Field(None, description="Web page.")
    cost: Annotated[Cost, Shorthand("kind")] | None = Field(None, description="What it costs.")
    bring: ShortText = Field(default_factory=dict, description="What to bring.")
    languages: Annotated[tuple[str, ...], Vocabulary("languages")] = Field((), description="Languages spoken.")
    interpreter: bool | None = Field(None, description="An interpreter can be called.")
    digital_threshold: DigitalThreshold | None = Field(None, description="What you need online.")
    without_internet: ShortText = Field(
        default_factory=dict, description="How to get it otherwise, or that there is no other way."
    )
    capacity: Annotated[Capacity, Shorthand("level")] | None = Field(None, description="How much room there is.")
    alert: Annotated[Alert, Shorthand("text")] | None = Field(None, description="A temporary message.")
    closed: Closure | None = Field(None, description="Temporarily closed.")
    first: Services = Field((), description="What to arrange first.")
    instead: Services = Field((), description="What fits when this does not.")
    beside_me: Services = Field((), description="Who can sit beside you.")
    give_back: ShortText = Field(default_factory=dict, description="What you can do in return.")
    works_with: Related = Field((), description="Works together with.")
    refers_to: Related = Field((), description="Refers to.")
    safety_net: ShortText = Field(default_factory=dict, description="Where somebody falls back on.")
    professional: Professional | None = Field(None, description="For referrers.")
    sharing: Sharing | None = Field(None, description="Only for sharing.")
    valid_until: date | None = Field(None, description="Last day that an offer stands.")
    practice_place: PracticePlace | None = Field(None, description="Only for practice places.")
    step_in_point: StepInPoint | None = Field(None, description="Only for step-in points.")
    outreach: tuple[Visit, ...] = Field((), description="Only for outreach: who is there on which day.")
    volunteering: Volunteering | None = Field(None, description="Only for volunteering.")
