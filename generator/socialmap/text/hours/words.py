"""The Dutch, English and OpenStreetMap words of opening hours, as data: what a word is and the number it stands for.

Called by the lexer and by the suggestions. A new word is a line here; the code knows only the kinds.
Kinds: `day` (Monday is 0), `days` (bit per weekday), `month`, `ord` (-1 is the last), `count`, `range` (1 includes its
end, 0 leaves that open), `between`, `and`, `or`, `from`, `at`, `every`, `noise` (1 limits what it stands in),
`clock` (minutes), `hours` (after a time), `closed`, `open`, `always`, `unknown`, `appointment`, `not`, `also`,
`holiday` (0 public, 1 school), `week` (1 is every week), `months`, `permonth`, `monthly`,
`parity` (0 even, 1 odd), `rhythm` (weeks; minus is months), `dayword`, `unsupported`.
"""

from collections.abc import Mapping
from types import MappingProxyType

_WEEKDAYS = (
    "ma maa maandag maandags maandagen mo mon monday mondays",
    "di din dinsdag dinsdags dinsdagen tu tue tues tuesday tuesdays",
    "wo woe woensdag woensdags woensdagen we wed weds wednesday wednesdays",
    "do don donderdag donderdags donderdagen th thu thur thurs thursday thursdays",
    "vr vri vrij vrijdag vrijdags vrijdagen fr fri friday fridays",
    "za zat zaterdag zaterdags zaterdagen sa sat saturday saturdays",
    "zo zon zondag zondags zondagen su sun sunday sundays",
)
_MONTHS = (
    "jan januari january",
    "feb febr februari february",
    "mrt maart mar march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "aug augustus august",
    "sep sept september",
    "okt oktober oct october",
    "nov november",
    "dec december",
)
_GROUPS: Mapping[tuple[str, int], str] = {
    ("days", 0b1111111): "dagelijks daily",
    ("days", 0b1100000): "weekend weekends weekenden",
    ("days", 0b0011111): "werkdag werkdagen doordeweeks weekdagen weekday weekdays",
    ("ord", 1): "eerste first",
    ("ord", 2): "tweede second",
    ("ord", 3): "derde third",
    ("ord", 4): "vierde fourth",
    ("ord", 5): "vijfde fifth",
    ("ord", -1): "laatste last",
    ("ord", -2): "voorlaatste",
    ("count", 2): "twee two",
    ("count", 3): "drie three",
    ("count", 4): "vier four",
    ("range", 1): "t/m tm until till through thru to",
    ("range", 0): "tot",
    ("and", 0): "en and plus",
    ("or", 0): "of or",
    ("from", 0): "vanaf from",
    ("at", 0): "om at",
    ("every", 0): "elke iedere elk ieder every each",
    ("between", 0): "tussen between",
    ("noise", 0): "op van in de het the on geopend alleen uitsluitend only alle all meestal",
    ("noise", 1): "tijdens gedurende during",
    ("hours", 0): "uur u h hrs hours",
    ("clock", 720): "noon",
    ("clock", 1440): "midnight middernacht",
    ("closed", 0): "gesloten dicht closed off",
    ("open", 0): "open",
    ("unknown", 0): "onbekend unknown wisselend varies various",
    ("not", 0): "niet behalve uitgezonderd m.u.v muv buiten outside not except excluding excl",
    ("also", 0): "ook also",
    ("holiday", 0): "ph feestdag feestdagen",
    ("holiday", 1): "sh schoolvakantie schoolvakanties",
    ("week", 0): "week weken weeks",
    ("week", 1): "wekelijks weekly",
    ("months", 0): "maand maanden month months",
    ("monthly", 0): "maandelijks monthly",
    ("parity", 0): "even",
    ("parity", 1): "oneven odd",
    ("rhythm", 2): "tweewekelijks veertiendaags fortnightly alternate",
    ("dayword", 0): "dag dagen day days",
    ("unsupported", 0): "sunrise sunset dawn dusk easter zonsopgang zonsondergang pasen jaarlijks yearly"
    " unless tenzij sometimes soms usually maar but hele heel vakantie holidays"
    " zomervakantie herfstvakantie kerstvakantie voorjaarsvakantie krokusvakantie meivakantie",
}
_PHRASES: Mapping[tuple[str, int], str] = {
    ("days", 0b1111111): "elke dag|iedere dag|zeven dagen per week|alle dagen|every day|seven days a week",
    ("days", 0b0011111): "door de week",
    ("appointment", 0): "op afspraak|na afspraak|by appointment|by appointment only|by arrangement|in overleg",
    ("range", 1): "tot en met|up to and including",
    ("always", 0): "altijd open|dag en nacht|always open",
    (
        "holiday",
        0,
    ): "officiële feestdagen|nationale feestdagen|erkende feestdagen|public holiday|public holidays|bank holidays",
    ("holiday", 1): "school holiday|school holidays|de vakanties",
    (
        "permonth",
        0,
    ): "van de maand|van elke maand|van iedere maand|in de maand|elke maand|per maand|of the month|of each month"
    "|of every month|each month|every month|of month",
    ("rhythm", 2): "om de week|om de twee weken|every other week|eens per twee weken|every other|every alternate",
    ("rhythm", -2): "om de maand|om de twee maanden|every other month",
    ("every", 0): "om de|eens per|eens in de",
    (
        "unknown",
        0,
    ): "niet bekend|nog niet bekend|nog onbekend|not known|wisselende tijden|various times|various meeting times",
    ("not", 0): "met uitzondering van|with the exception of|with the exceptions of",
    ("noise", 0): "van de|op de|in de|wij zijn open|we are open|we zijn open|is open|zijn open",
    ("unsupported", 0): "laatste dag|last day|van het jaar|of the year",
}


def _table(groups: Mapping[tuple[str, int], str], separator: str | None) -> dict[str, tuple[str, int]]:
    return {word: meaning for meaning, words in groups.items() for word in words.split(separator)}


def _numbered(kind: str, lists: tuple[str, ...], start: int) -> dict[str, tuple[str, int]]:
    return {word: (kind, number) for number, words in enumerate(lists, start) for word in words.split()}


WORDS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {**_table(_GROUPS, None), **_numbered("day", _WEEKDAYS, 0), **_numbered("month", _MONTHS, 1)}
)
PHRASES: Mapping[str, tuple[str, int]] = MappingProxyType(_table(_PHRASES, "|"))
PHRASE_HEADS = frozenset(phrase.split()[0] for phrase in PHRASES)

DAY_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "ochtend": "09:00-12:00", "ochtends": "09:00-12:00", "morgens": "09:00-12:00", "morning": "09:00-12:00",
        "mornings": "09:00-12:00", "ochtenden": "09:00-12:00", "middag": "13:00-17:00", "middags": "13:00-17:00",
        "middagen": "13:00-17:00", "afternoon": "13:00-17:00", "afternoons": "13:00-17:00", "avond": "19:00-22:00",
        "avonds": "19:00-22:00", "avonden": "19:00-22:00", "evening": "19:00-22:00", "evenings": "19:00-22:00",
    }
)  # fmt: skip
"""Words that say no time, with the time that a suggestion offers in their place."""

HOLIDAY_NAMES = frozenset(
    ("zomervakantie", "herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "krokusvakantie", "meivakantie")
)
"""School holidays by name, which the hours cannot tell apart; a suggestion offers all of them."""

OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
OSM_MARKS = frozenset((*OSM_DAYS, *OSM_MONTHS, "PH", "SH"))
OSM_WORDS = OSM_MARKS | {
    "off",
    "closed",
    "open",
    "unknown",
    "week",
    "easter",
    "sunrise",
    "sunset",
    "dawn",
    "dusk",
    "day",
    "days",
}
