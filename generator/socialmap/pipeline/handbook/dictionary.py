"""The data dictionary: what may stand in a record, told from the models, so that it can never lag behind them."""

from collections.abc import Iterator, Mapping
from inspect import get_annotations

from pydantic import BaseModel

from socialmap.model import RECORD_TYPES, RecordType, Term
from socialmap.model.shape import FieldShape, Shape, shape_of
from socialmap.pipeline.handbook.page import HandbookPage, code, join, plain, table
from socialmap.sources.loading import MODELS
from socialmap.sources.words import Words

HEAD = ("Sleutel", "Wat staat erin", "Moet", "Uitleg")
KINDS: Mapping[str, str] = {
    "text": "tekst",
    "number": "getal",
    "integer": "heel getal",
    "boolean": "`ja` of `nee`",
    "date": "datum, zoals `2026-11-02`",
    "schedule": "[openingstijden](../openingstijden-schrijven.md)",
    "map": "een tabelletje: naam en tekst",
}
TITLES: Mapping[RecordType, tuple[str, str]] = {
    "service": ("Aanbod", "Alles wat een bewoner kan krijgen, doen, leren, lenen of geven."),
    "organization": ("Organisaties", "Wie het aanbod verzorgt. Ook een bewonersinitiatief is een organisatie."),
    "location": ("Locaties", "Waar het is, en wat je moet weten om binnen te komen."),
    "role": ("Rollen", "Welke functie een record bijhoudt. Dat is nooit een persoon."),
    "experiment": ("Experimenten", "Wat jullie proberen, wat je verwachtte en wat je leerde."),
    "consultation": ("Raadplegingen", "Wat jullie aan bewoners vragen, en wat je met de antwoorden deed."),
}


def dictionary_pages(words: Words, explanations: Mapping[str, str]) -> tuple[HandbookPage, ...]:
    """A page per record type and one for words in lists, with the page that leads to them."""
    pages = tuple(_type_page(kind, words, explanations) for kind in RECORD_TYPES)
    return (_index(words), *pages, _term_page(words, explanations))


def page_name(kind: RecordType, words: Words) -> str:
    """The file of a record type's page, in the handbook's folder `gegevens`."""
    return f"{words.types[kind][0]}.md"


def explained(model: type[BaseModel], name: str) -> str:
    """The key of a field in the explanations: the model that declares it, and its own name."""
    owner = next(part for part in model.__mro__ if name in get_annotations(part))
    return f"{_snake(owner.__name__)}.{name}"


def fields_of(shape: Shape) -> Iterator[tuple[Shape, FieldShape]]:
    """Every field with the shape it stands in, groups before their parts."""
    for field in shape.fields:
        yield shape, field
        if field.group is not None:
            yield from fields_of(field.group)


def all_keys() -> frozenset[str]:
    """Every key that the explanations need."""
    shapes = (*map(shape_of, MODELS.values()), shape_of(Term))
    return frozenset(explained(shape.model, field.name) for top in shapes for shape, field in fields_of(top))


def _index(words: Words) -> HandbookPage:
    intro = (
        "Hier staat wat er in een record mag staan. Deze pagina's komen uit het programma zelf, dus ze kloppen altijd "
        "met wat de controle verwacht. Je schrijft de sleutels in het Nederlands. De Engelse namen mogen ook."
    )
    rows = [f"- [{TITLES[kind][0]}]({page_name(kind, words)}): {_inside(TITLES[kind][1])}" for kind in TITLES]
    terms = "- [Woorden in lijsten](woorden.md): thema's, doelgroepen, buurten en andere lijsten."
    return HandbookPage("gegevens/index.md", join("# Wat staat er in een record?", intro, "\n".join([*rows, terms])))


def _inside(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _type_page(kind: RecordType, words: Words, explanations: Mapping[str, str]) -> HandbookPage:
    title, intro = TITLES[kind]
    folder = words.types[kind][0]
    where = f"Zet elk record in een eigen bestand in `data/{folder}/`, of zet ze samen in de tabel `data/{folder}.csv`."
    body = _sections(shape_of(MODELS[kind]), words, explanations)
    return HandbookPage(f"gegevens/{page_name(kind, words)}", join(f"# {title}", intro, where, *body))


def _term_page(words: Words, explanations: Mapping[str, str]) -> HandbookPage:
    intro = "Een lijst is een bestand in `data/taxonomies/`. Een woord erbij is een gewone wijziging."
    body = _sections(shape_of(Term), words, explanations)
    return HandbookPage("gegevens/woorden.md", join("# Woorden in lijsten", intro, *body))


def _sections(shape: Shape, words: Words, explanations: Mapping[str, str]) -> Iterator[str]:
    yield "## Alle sleutels"
    yield _table(shape, words, explanations)
    seen: set[type[BaseModel]] = set()
    for _, field in fields_of(shape):
        group = field.group
        if group is not None and group.model not in seen:
            seen.add(group.model)
            yield f"## Binnen `{words.write_key(field.name)}` {{#{_anchor(group)}}}"
            yield plain(_shorthand(field, words))
            yield _table(group, words, explanations)


def _shorthand(field: FieldShape, words: Words) -> str:
    if not field.shorthand:
        return ""
    key = words.write_key(field.shorthand)
    return f"Weet je alleen `{key}`? Dan mag je dat zonder meer achter `{words.write_key(field.name)}:` schrijven."


def _table(shape: Shape, words: Words, explanations: Mapping[str, str]) -> str:
    return table(HEAD, (_row(shape, field, words, explanations) for field in shape.fields))


def _row(shape: Shape, field: FieldShape, words: Words, explanations: Mapping[str, str]) -> tuple[str, ...]:
    text = plain(explanations.get(explained(shape.model, field.name), ""))
    notes = "Komt nooit op de site." if field.internal else ""
    return _keys(field, words), holds(field, words), "ja" if field.required else "", f"{text} {notes}".strip()


def _keys(field: FieldShape, words: Words) -> str:
    ways = tuple(dict.fromkeys((*words.keys.get(field.name, ()), field.name)))
    others = ", ".join(map(code, ways[1:]))
    return f"{code(ways[0])}<br>ook: {others}" if others else code(ways[0])


def holds(field: FieldShape, words: Words) -> str:
    """What a value of the field may be, in Markdown."""
    return f"{_one(field, words)}{'; meer mag' if field.many else ''}"


def _one(field: FieldShape, words: Words) -> str:
    if field.group is not None:
        return f"[een groepje sleutels](#{_anchor(field.group)})"
    if field.reference:
        named = " of ".join(f"[{words.types[kind][0]}]({page_name(kind, words)})" for kind in field.reference)
        return f"verwijzing naar {named}"
    if field.vocabulary:
        also = "".join(f", of {code(words.write_word(word))}" for word in field.also)
        return f"woord uit [de lijst](woorden.md) {code(field.vocabulary)}{also}"
    if field.words:
        return "één van: " + ", ".join(code(words.write_word(word)) for word in field.words)
    if field.localized:
        return f"tekst{' met opmaak' if field.markdown else ''}, ook in andere talen"
    return KINDS[field.kind]


def _anchor(shape: Shape) -> str:
    return f"groep-{_snake(shape.model.__name__).replace('_', '-')}"


def _snake(name: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")
