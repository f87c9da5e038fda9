"""The small municipality that the search tests look through."""

from dataclasses import replace

from socialmap.search import SearchRecord

HOSTILE = SearchRecord(
    url="/aanbod/aanval.html",
    content="gevaarlijk woord",
    language="nl",
    meta={
        "title": '<img src=x onerror="window.hacked=1">Naam',
        "lead": "<script>window.hacked=1</script>",
        "hours": "<b>altijd</b>",
        "phone": "<i>099</i>",
        "tel": "javascript:window.hacked=1",
    },
    filters={"theme": ["<svg onload=alert(1)>"]},
)


LONG = "Jongerencoachingsaanspreekpuntenvoorziening"


def place(number: int) -> SearchRecord:
    """One of many like it: every third is about debts in Noord and free, the others about homes in the harbour."""
    debts = number % 3 == 0
    return SearchRecord(
        url=f"/aanbod/plek-{number:02}.html",
        content=f"Plek {number} {'schuldhulp en geldzorgen' if debts else 'wonen en verhuizen'} voor iedereen",
        language="nl",
        meta={
            "title": LONG if number == 44 else f"Plek {number}",
            "lead": "We helpen je met een plan." if debts else "We helpen je met een huis.",
            "whom": "Iedereen",
            "cost": "Gratis" if debts else "€ 5",
            "place": "De Linde",
            "hours": "ma-vr 9:00-17:00",
            "phone": "099 999 12 34",
            "tel": "+31999991234",
        },
        filters={
            "theme": ["geld" if debts else "wonen"],
            "neighbourhood": ["noord" if debts else "haven"],
            "target_group": ["iedereen"],
            "kind": ["hulp"],
            "cost": ["gratis" if debts else "betaald"],
            "language": ["nl", "ar"] if number % 10 == 0 else ["nl"],
            "translated": ["ar"] if number == 0 else [],
        },
    )


DUTCH = tuple(place(number) for number in range(45))
ARABIC = (
    replace(
        DUTCH[0],
        url="/ar/services/plek-00.html",
        content="مساعدة في الديون والمال",
        language="ar",
        meta={"title": "مكتب الديون", "lead": "نساعدك في وضع خطة.", "phone": "099 999 12 34", "tel": "+31999991234"},
        filters={"theme": ["geld"], "cost": ["gratis"]},
    ),
)


def said(name: str, content: str) -> SearchRecord:
    """A place of which only the words matter, with a website and no phone."""
    return SearchRecord(
        url=f"/aanbod/{name}.html",
        content=content,
        language="nl",
        meta={"title": name, "website": f"https://{name}.example/"},
        filters={"theme": ["geld" if "geld" in content else "wonen"]},
    )


SENTENCES = (
    said("huurhulp", "Hulp als je de huur niet kunt betalen en te weinig geld hebt"),
    said("budget", "Leren omgaan met geld"),
    said("huurteam", "Vragen over je huur en je verhuurder"),
    said("inloop", "Koffie voor wie eenzaam is"),
    said("veilig", "Een man slaat: hulp bij geweld thuis"),
    said("brieven", "Ik ben er voor mijn brieven en heb geen tijd: zo voel ik me met mij"),
)
