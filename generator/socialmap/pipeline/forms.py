"""What the forms of a site are made with: the editors' words, and per record type the rules that the browser checks by.

The rules are compiled from the models and from the patterns of the rules on one record, with the texts of the report,
so that a form says what `socialmap check` says. Called by `site`; `components/form/check.js` reads the files.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from socialmap.catalogue import Catalogue
from socialmap.contracts.json_schema import Json
from socialmap.model import RECORD_TYPES, RecordType
from socialmap.model.settings import Settings
from socialmap.model.shape import Shape, shape_of, walk
from socialmap.pipeline.check import read_messages
from socialmap.pipeline.cms import cms_files
from socialmap.pipeline.form_fields import form_fields
from socialmap.pipeline.handbook.dictionary import explained
from socialmap.pipeline.project import Project
from socialmap.problems.registry import rules_by_code
from socialmap.report import Messages
from socialmap.rules import dates, places, privacy, reading, services, texts
from socialmap.sources import hidden, phones
from socialmap.sources.loading import MODELS
from socialmap.sources.words import Words, read_words
from socialmap.sources.yaml_reader import read_settings_yaml
from socialmap.text import readability
from socialmap.text.hours import words as hour_words
from socialmap.views.form import Editing

CODES = (
    *("SM205", "SM207", "SM208", "SM209", "SM210", "SM211", "SM212", "SM213", "SM214", "SM215", "SM216", "SM217"),
    *("SM301", "SM302"),
    *("SM401", "SM402", "SM403", "SM404", "SM405", "SM406", "SM407", "SM410", "SM411", "SM415", "SM417", "SM418"),
    *("SM421", "SM422", "SM423", "SM501", "SM502", "SM503", "SM504", "SM505", "SM506", "SM507", "SM601", "SM602"),
)
NAMED: tuple[RecordType, ...] = ("organization", "service", "location")
SPOKEN = ("at_least", "at_most", "digid", "app", *RECORD_TYPES, *(f"month_{number}" for number in range(1, 13)))


def make_editing(project: Project, catalogue: Catalogue) -> Editing:
    """The words and the rules of a site's forms."""
    words = read_words(project.settings.editor_language)
    known = {kind: _file(f"names-{kind}", dict(_names(kind, project.settings, catalogue))) for kind in NAMED}
    hours = _file("hours", hours_words())
    messages, fields = read_messages(words.language), form_fields(project, words)
    rules = partial(
        form_rules_of,
        files={"names": _file_names(known), "hours": hours[0].rpartition("/")[2]},
        messages=messages,
        words=words,
        settings=project.settings,
        catalogue=catalogue,
    )
    made = {kind: _file(words.types[kind][0], rules(kind, fields=fields[kind])) for kind in RECORD_TYPES}
    shapes = [shape_of(model) for model in MODELS.values()]
    asked = (field for shape in shapes for _, field in walk(shape) if not field.internal)
    fixed = {word for shape in shapes for _, field in walk(shape) for word in (*field.words, *field.also)}
    return Editing(
        keys=dict(sorted((field.name, words.write_field(field)) for field in asked)),
        words={word: words.write_word(word) for word in sorted({*fixed, "true", "false"})},
        hints=dict(_hints(project)),
        types={kind: words.types[kind][0] for kind in RECORD_TYPES},
        folders={kind: words.types[kind][0] for kind in RECORD_TYPES},
        rules={kind: route for kind, (route, _) in made.items()},
        files={**dict((*known.values(), hours)), **dict(made.values()), **cms_files(project, words)},
    )


def form_rules_of(
    kind: RecordType,
    *,
    fields: Sequence[Json],
    files: Json,
    messages: Messages,
    words: Words,
    settings: Settings,
    catalogue: Catalogue,
) -> Json:
    """All that the browser checks records of a type by."""
    rules, vocabularies = rules_by_code(), sorted(_vocabularies(shape_of(MODELS[kind])))
    return {
        "type": kind,
        "language": settings.language,
        "country": settings.country,
        "fields": fields,
        "messages": {code: _texts(messages.rules[code]) for code in CODES},
        "cases": {case: dict(texts) for case, texts in messages.cases.items() if case.partition("/")[0] in CODES},
        "spoken": {word: messages.words[word] for word in (*SPOKEN, *vocabularies) if word in messages.words},
        "severity": {code: settings.severity.get(code, rules[code].severity) for code in CODES},
        "patterns": _patterns(),
        "words": {word: words.write_word(word) for word in ("true", "false")},
        "reading": reading_rules(),
        "digital": list(services.DIGITAL),
        "groups": {name: term for name, term in services.KIND_GROUPS.items() if term in catalogue.terms("kinds")},
        "periods": [list(pair) for pair in dates.PAIRS],
        "not_numbers": sorted(privacy.NUMBER_FIELDS),
        "scripts": [name.capitalize() for name in privacy.SCRIPTS],
        "role_words": sorted(privacy.ROLE_WORDS),
        "overdue": 90,
        "terms": {name: list(catalogue.terms(name)) for name in vocabularies},
        **files,
    }


def _file(name: str, rules: Json) -> tuple[str, bytes]:
    body = json.dumps(rules, ensure_ascii=False, separators=(",", ":")).encode()
    return f"assets/form-{name}.{hashlib.blake2b(body, digest_size=5).hexdigest()}.json", body


def _texts(message: object) -> Json:
    return {name: getattr(message, name) for name in ("what", "expected", "remedy")}


def _patterns() -> Json:
    found: Mapping[str, re.Pattern[str]] = {
        "nine_digits": privacy.NINE_DIGITS,
        "named": privacy.NAMED,
        "freemail": privacy.FREEMAIL,
        "first_last": privacy.FIRST_LAST,
        "postcode": places.POSTCODE,
        "html": texts.HTML,
        "followed": texts.FOLLOWED,
        "short_number": phones.DUTCH_SHORT,
        "mobile_number": phones.DUTCH_MOBILE,
        "hidden": hidden.HIDDEN,
    }
    targets = [_pattern(each) for each in texts.TARGETS]
    return {**{name: _pattern(each) for name, each in found.items()}, "targets": targets}


def _pattern(pattern: re.Pattern[str]) -> list[str]:
    flags = (("i", re.IGNORECASE), ("m", re.MULTILINE))
    return [pattern.pattern, "".join(letter for letter, flag in flags if pattern.flags & flag)]


def hours_words() -> Json:
    """The words of opening hours, by which the browser reads them as the build does."""
    return {
        "words": {word: list(meaning) for word, meaning in hour_words.WORDS.items()},
        "phrases": {phrase: list(meaning) for phrase, meaning in hour_words.PHRASES.items()},
        "phrase_heads": sorted(hour_words.PHRASE_HEADS),
        "osm_words": sorted(hour_words.OSM_WORDS),
        "osm_marks": sorted(hour_words.OSM_MARKS),
    }


def reading_rules() -> Json:
    """The formula of readability and the limits of the rule on plain language, for the browser."""
    marks = (readability.END, readability.MARKS, readability.WORD, readability.SYLLABLE)
    end, plain, word, syllable = (_pattern(each) for each in marks)
    return {
        "language": reading.LANGUAGE,
        "easiest": readability.EASIEST,
        "per_syllable": readability.PER_SYLLABLE,
        "per_word": readability.PER_WORD,
        "long_sentence": reading.LONG_SENTENCE,
        "hard": reading.HARD,
        "short_text": reading.SHORT_TEXT,
        "hard_short": reading.HARD_SHORT,
        "end": end,
        "marks": plain,
        "word": word,
        "syllable": syllable,
    }


def _file_names(files: Mapping[RecordType, tuple[str, bytes]]) -> Json:
    """Per type of record where its names stand, seen from the rules: both are in the same folder."""
    return {kind: route.rpartition("/")[2] for kind, (route, _) in files.items()}


def _names(kind: RecordType, settings: Settings, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The names of the records that a form may refer to; of a secret place not even the id."""
    for name, record in catalogue.records(kind).items():
        if record.status != "stopped" and not getattr(record, "confidential", False):
            yield name, record.name.get(settings.language) or next(iter(record.name.values()))


def _vocabularies(shape: Shape) -> set[str]:
    return {field.vocabulary for _, field in walk(shape) if field.vocabulary}


def _hints(project: Project) -> Iterator[tuple[tuple[str, str], str]]:
    """What each field means, in the words of the data dictionary without its marks."""
    file = f"handbook/explanations.{project.settings.editor_language}.yml"
    paths = (folder / file for folder in project.overrides if (folder / file).is_file())
    told: dict[str, object] = {}
    for path in paths:
        found = read_settings_yaml(path.read_text("utf-8"))
        told = {**(found if isinstance(found, dict) else {}), **told}
    for model in {shape.model for top in MODELS.values() for shape in _shapes(shape_of(top))}:
        for field in shape_of(model).fields:
            text = told.get(explained(model, field.name))
            if text:
                yield (model.__name__, field.name), str(text).replace("`", "")


def _shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    for _, field in walk(shape):
        if field.group is not None:
            yield field.group
