"""The services of a generated municipality: which fields they have and how often, after the demo's records."""

# ruff: noqa: SIM905 - a list of words reads best as a line of words

from random import Random

from benchmarks.values import NEIGHBOURHOODS, TODAY, Known, Value, checked, hours, phone
from benchmarks.vocabulary import NOUNS, Writer

KINDS = ("hulp", "hulp", "activiteit", "activiteit", "cursus", "ontmoetingsplek", "informatie")
THEMES = (
    "geld formulieren ontmoeten mantelzorg opgroeien wonen taal digitaal werk gezondheid zelfstandig vervoer "
    "veiligheid sporten-en-cultuur"
).split()
GROUPS = (
    "iedereen iedereen iedereen ouderen jongeren kinderen ouders mantelzorgers mensen-met-een-beperking "
    "nieuwkomers laaggeletterden mensen-zonder-werk"
).split()
QUESTIONS = (
    "ik-kom-niet-rond ik-zie-bijna-niemand ik-snap-een-brief-niet ik-zorg-voor-iemand ik-zoek-werk "
    "ik-voel-me-somber ik-wil-nederlands-leren ik-kan-niet-met-de-computer ik-zoek-een-woning ik-wil-iets-doen "
    "ik-wil-bewegen"
).split()
ENTRANCES = "ouder-worden rondkomen eenzaamheid ontmoeten meedoen zorgnetwerk".split()
ACTIVITIES = "spreekuur inloop cursus wandeling maaltijd gesprek les hulp koor bezoek werkplaats markt".split()
ACCESS = ("inloop", "bellen", "afspraak", "e-mail", "formulier")


def make_service(random: Random, writer: Writer, known: Known) -> tuple[str, dict[str, Value]]:
    """A service with its id; it refers only to records made before it."""
    title = f"{random.choice(NOUNS)}{random.choice(ACTIVITIES)} {random.choice(NEIGHBOURHOODS)}".capitalize()
    references = _references(random, known)
    name = known.add("aanbod", title)
    values: dict[str, Value] = {
        "naam": known.names[name],
        "samenvatting": writer.sentence(9),
        "beschrijving": writer.description(128),
        "organisatie": random.choice(known.of("organisaties")),
        **_about(random),
        **_where(random, known),
        **_how(random, writer, name),
        **references,
        **_for_professionals(random, writer),
        **checked(random),
    }
    return name, values


def _about(random: Random) -> dict[str, Value]:
    found: dict[str, Value] = {
        "soort": [random.choice(KINDS)],
        "themas": random.sample(THEMES, random.randint(1, 3)),
        "doelgroepen": sorted({*random.choices(GROUPS, k=2)}),
    }
    if random.random() < 0.4:
        found["ingangen"] = random.sample(ENTRANCES, random.randint(1, 2))
    if random.random() < 0.6:
        found["levensvragen"] = random.sample(QUESTIONS, random.randint(1, 2))
    if random.random() < 0.1:
        found |= {"leeftijd_vanaf": str(random.randint(4, 18)), "leeftijd_tot_en_met": str(random.randint(19, 99))}
    if random.random() < 0.5:
        found["andere_namen"] = random.sample(NOUNS, random.randint(1, 4))
    return found


def _where(random: Random, known: Known) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if random.random() < 0.9:
        number = 2 if random.random() < 0.08 else 1
        places = {random.choice(known.of("locaties")): hours(random) for _ in range(number)}
        found["locaties"] = [{"locatie": place, "openingstijden": when} for place, when in places.items()]
    else:
        found["openingstijden"] = hours(random)
    if random.random() < 0.25:
        found["gebied"] = random.sample(NEIGHBOURHOODS, random.randint(1, 2))
    return found


def _how(random: Random, writer: Writer, name: str) -> dict[str, Value]:
    digital = random.choices(("geen", "website", "e-mail", "digid"), weights=(70, 12, 12, 6))[0]
    found: dict[str, Value] = {
        "toegang": random.sample(ACCESS, random.randint(1, 2)),
        "aanmelden": writer.sentence(8),
        "telefoon": [{"nummer": phone(random), "openingstijden": hours(random)}],
        "kosten": _cost(random, writer),
        "talen": ["nl", *random.sample(("en", "ar", "tr", "pl", "uk"), random.randint(0, 2))],
        "tolk": random.choice(("ja", "nee")),
        "digitale_drempel": digital,
    }
    if digital == "digid":
        found["zonder_internet"] = writer.sentence(9)
    if random.random() < 0.4:
        found["website"] = f"https://www.{name}.example/meer"
    if random.random() < 0.3:
        found["meenemen"] = writer.sentence(6)
    if random.random() < 0.1:
        found["plek"] = {"niveau": random.choice(("weinig", "voldoende", "vol")), "datum": "2026-10-01"}
    return found


def _cost(random: Random, writer: Writer) -> dict[str, str]:
    if random.random() < 0.7:
        return {"soort": "gratis"}
    return {"soort": "bedrag", "bedrag": f"{random.randint(1, 40)}.50", "toelichting": writer.sentence(3)}


def _references(random: Random, known: Known) -> dict[str, Value]:
    found: dict[str, Value] = {}
    earlier = known.of("aanbod")
    for key, chance in (("eerst", 0.1), ("niet_voor_jou", 0.2), ("naast_me", 0.15)):
        if earlier and random.random() < chance:
            found[key] = [random.choice(earlier)]
    if random.random() < 0.3:
        found["werkt_samen_met"] = [f"organisaties/{random.choice(known.of('organisaties'))}"]
    return found


def _for_professionals(random: Random, writer: Writer) -> dict[str, Value]:
    found: dict[str, Value] = {}
    if random.random() < 0.4:
        found["voor_verwijzers"] = {
            "geschikt_voor": writer.sentence(12),
            "indicatie": "Niet nodig",
            "wet": random.choice(("vrij_toegankelijk", "wmo", "jeugdwet")),
            "duur": writer.sentence(4),
        }
    if random.random() < 0.08:
        found["soort"] = ["deelaanbod"]
        found["delen"] = {"vorm": random.choice(("lenen", "geven", "ruilen")), "rubriek": "goederen-en-kleding"}
        found["geldig_tot_en_met"] = TODAY.replace(year=2027).isoformat()
    return found
