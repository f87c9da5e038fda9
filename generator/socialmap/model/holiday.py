"""The days on which a municipality's places keep other hours: `data/holidays.yml`."""

from datetime import date

from pydantic import Field

from socialmap.model.fields import Group, ShortText


class PublicHoliday(Group):
    """A public holiday."""

    date: date
    name: ShortText = Field(min_length=1)


class SchoolHoliday(Group):
    """A school holiday of the region, first and last day included."""

    name: ShortText = Field(min_length=1)
    from_date: date
    until: date
    region: str = ""


class HolidayCalendar(Group):
    """All holidays that count."""

    public: tuple[PublicHoliday, ...] = ()
    school: tuple[SchoolHoliday, ...] = ()
