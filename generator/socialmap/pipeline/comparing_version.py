"""One version of the data, of which a page is drawn when somebody asks what it says; called by `comparing`.

A comparison needs few pages of a site, so none is written and only those that differ are ever drawn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socialmap.derive import Derived
from socialmap.exports.form_values import Value, form_values
from socialmap.model import Record, RecordType
from socialmap.model.shape import shape_of
from socialmap.pipeline.check import find_problems, make_report, read_data
from socialmap.pipeline.digests import digest
from socialmap.pipeline.dress import dress
from socialmap.pipeline.fitting import make_wardrobe
from socialmap.pipeline.load import Data, derive_site
from socialmap.pipeline.page_parts import LABELS, page_parts
from socialmap.pipeline.project import Project
from socialmap.pipeline.site import load_written
from socialmap.pipeline.style import Style, build_style
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.report import Messages, Report
from socialmap.sources.words import read_words
from socialmap.views.build_form import is_asked
from socialmap.views.plan import PageJob, WrittenPage, plan_pages
from socialmap.views.routes import PageKind

PAGES: Mapping[str, PageKind] = {
    "service": "service",
    "organization": "organization",
    "location": "location",
    "guide": "guide",
    "page": "editorial",
}
WITHOUT_PAGE: tuple[RecordType, ...] = ("experiment", "consultation")
# A step of a guide is a heading with the names of services below it.
STEPS = frozenset(("h1", "h2"))
Thing = tuple[str, str]


@dataclass(frozen=True)
class Version:
    """A version that has no errors: its data with what follows from it, and the pages that can be drawn of it."""

    project: Project
    data: Data
    derived: Derived
    written: tuple[WrittenPage, ...]
    style: Style

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its pages, its own first."""
        return tuple(self.project.settings.languages)

    @cached_property
    def things(self) -> Mapping[Thing, str]:
        """All that residents read of, each with a word that is another one when it was changed."""
        told = (*PAGES, *WITHOUT_PAGE)
        records: dict[Thing, str] = {key: word for key, word in self.data.digests.items() if key[0] in told}
        guides = {("guide", guide.id): digest(guide.model_dump_json()) for guide, _ in self.data.beside.guides}
        pages = {("page", page.slug): digest(repr(page)) for page in self.written}
        return {**records, **guides, **pages}

    def parts(self, thing: Thing, language: str) -> dict[str, str]:
        """What residents read of a thing, part by part; nothing when it has no page in that language."""
        kind = PAGES.get(thing[0])
        if kind is None:
            return self._values(thing) if language == self.languages[0] else {}
        job = self._jobs.get((kind, thing[1], language))
        if job is None or not self._is_written(thing, language):
            return {}
        labels = STEPS if kind == "guide" else LABELS
        return page_parts(dress(job, wardrobe=self._wardrobe).decode(), labels=labels)

    def _is_written(self, thing: Thing, language: str) -> bool:
        """Whether a written page has a text of its own in a language, and does not show that of another."""
        return thing[0] != "page" or any(language in page.bodies for page in self.written if page.slug == thing[1])

    def name(self, thing: Thing) -> str:
        """What a record without a page is called; empty for one that is not there or has a page."""
        record = self._record(thing)
        return (record.name.get(self.languages[0]) or next(iter(record.name.values()))) if record else ""

    def _record(self, thing: Thing) -> Record | None:
        return next(
            (self.data.catalogue.records(kind).get(thing[1]) for kind in WITHOUT_PAGE if kind == thing[0]), None
        )

    def _values(self, thing: Thing) -> dict[str, str]:
        """What a record without a page says, by the keys of its editors; nothing that is internal."""
        record = self._record(thing)
        if record is None:
            return {}
        shape, words = shape_of(type(record)), read_words(self.project.settings.editor_language)
        values = form_values(shape, language=self.languages[0], asked=is_asked)(record)
        shown = (field for field in shape.fields if field.name in values)
        fixed = ("word", "boolean")
        said = {field: _said(values[field.name]) for field in shown}
        return {
            words.write_field(field): "\n".join(map(words.write_word, lines) if field.kind in fixed else lines)
            for field, lines in said.items()
        }

    @cached_property
    def _wardrobe(self) -> Wardrobe:
        return make_wardrobe(
            self.project, self.data, self.written, self.style, derived=self.derived, shard=0, handbook=False
        )

    @cached_property
    def _jobs(self) -> Mapping[tuple[PageKind, str, str], PageJob]:
        wardrobe = self._wardrobe
        jobs = plan_pages(wardrobe.site, contexts=wardrobe.contexts, written=wardrobe.written.values())
        return {(job.kind, job.name, job.language): job for job in jobs if not job.is_redirect}


def open_version(project: Project, *, today: date, messages: Messages) -> Version | Report:
    """The version, or its report when it has errors, as no site could be made of it."""
    data = read_data(project, today=today)
    written, page_problems = load_written(project)
    derived = derive_site(data, settings=project.settings, today=today, memory=project.recalled)
    style, style_problems = build_style(project)
    found = (*find_problems(data, project, today=today, derived=derived), *page_problems, *style_problems)
    report = make_report(project, data, found, messages=messages)
    return report if report.failed else Version(project, data, derived, written, style)


def _said(value: Value) -> Iterator[str]:
    """A value as lines of text: each of a list, and the parts of a group beside each other."""
    if isinstance(value, list):
        for item in value:
            yield from _said(item)
    elif isinstance(value, dict):
        yield ", ".join(line for part in value.values() for line in _said(part))
    else:
        yield value
