"""The forms for a new record or a change, from the shape of each model; the most needed questions come first."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from socialmap.model import Consultation, Experiment, Location, Organization, RecordType, Role, Service
from socialmap.model.shape import FieldShape, Shape, shape_of
from socialmap.text.git_hosts import edit_pattern, issue_pattern, new_file_pattern
from socialmap.views.build_feedback import form_href, host_of, mail_pattern
from socialmap.views.build_home import build_desk
from socialmap.views.context import Context
from socialmap.views.form import ControlView, Editing, FormsView, FormView, OptionView, PartView
from socialmap.views.form_parts import part_count, part_pattern
from socialmap.views.parts import Link, Text
from socialmap.views.routes import PageKind

MODELS: Mapping[RecordType, type[BaseModel]] = {
    "service": Service,
    "organization": Organization,
    "location": Location,
    "consultation": Consultation,
    "experiment": Experiment,
    "role": Role,
}
FOR_RESIDENTS: tuple[RecordType, ...] = ("service", "organization", "location")
PAGES: Mapping[RecordType, PageKind] = {"service": "service", "organization": "organization", "location": "location"}
# What editors and the program keep themselves.
KEPT = frozenset(
    ("id", "role", "source", "source_date", "assured_date", "assured_by", "review_months", "added", "last_modified")
) | frozenset(("previous_ids", "translations", "urgent", "quick_exit", "status", "successor", "country"))
CHANGES = ("status", "successor")
PARTS: Mapping[RecordType, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "service": (
        ("what", ("name", "summary", "kinds", "themes", "organization")),
        ("where", ("locations", "schedule")),
        ("contact", ("phones", "email", "url", "registration")),
        ("who", ("target_groups", "minimum_age", "maximum_age", "cost")),
    ),
    "organization": (("what", ("name", "kind", "summary", "description")), ("contact", ("phones", "email", "url"))),
    "location": (
        ("what", ("name", "kind", "organization")),
        ("where", ("address", "postal_code", "city", "neighbourhood")),
        ("contact", ("phones", "url")),
        ("inside", ("schedule", "accessibility", "wifi")),
    ),
    "consultation": (
        ("what", ("name", "summary", "question", "decided_by")),
        ("when", ("start_date", "end_date", "offline")),
    ),
    "experiment": (("what", ("name", "summary", "expectation", "measure")), ("when", ("start_date", "end_date"))),
    "role": (("what", ("name", "kind", "organization")), ("contact", ("email", "phones", "handle"))),
}
MOST_ROWS = 12
SHOWN = 2
MODES: Mapping[str, str] = {"integer": "numeric", "number": "decimal", "date": "numeric"}
BY_NAME: Mapping[str, str] = {"email": "email", "url": "url", "source_url": "url", "number": "tel"}
NOT_READ = frozenset(("name", "alternate_name", "bring", "referral", "funding"))


def is_asked(field: FieldShape) -> bool:
    """Whether a form can ask a field at all: not what is internal, and not the record's own administration."""
    return not field.internal and field.kind != "map" and (field.name not in KEPT or field.name in CHANGES)


def build_forms(*, context: Context) -> FormsView:
    """The view of the page that leads to the forms."""
    others = tuple(kind for kind in MODELS if kind not in FOR_RESIDENTS)
    name, desk = build_desk(context)
    return FormsView(
        residents=tuple(_link(kind, context) for kind in FOR_RESIDENTS),
        editors=tuple(_link(kind, context) for kind in others),
        language=context.site.language,
        mailbox=_mailbox(context),
        desk_name=name,
        desk=desk,
        search_href=context.links.to("search"),
    )


def build_form(page: PageKind, name: str, *, context: Context) -> FormView:
    """The view of the form for records of the type that this word names."""
    editing, change = _editing(context), page == "form_change"
    kind = next(kind for kind in MODELS if editing.types[kind] == name)
    host, mailbox = host_of(context.site.settings), _mailbox(context)
    desk_name, desk = build_desk(context)
    root = context.links.root
    return FormView(
        kind=kind,
        word=editing.types[kind],
        change=change,
        parts=tuple(_parts(kind, change, context)),
        rules=root + editing.rules[kind],
        records=_records(kind, context),
        now=root + part_pattern(name, routes=context.site.routes, language=context.site.language) if change else "",
        files=part_count(kind, context.catalogue),
        folder=f"{context.site.settings.data}/{editing.folders[kind]}",
        host=host.name if host else "",
        new_file=new_file_pattern(host) if host else "",
        edit_file=edit_pattern(host) if host else "",
        issue=issue_pattern(host) if host else "",
        fills=bool(host and host.fills_files),
        mail=mail_pattern(mailbox),
        mailbox=mailbox,
        desk_name=desk_name,
        desk=desk,
        back=context.links.to("forms"),
    )


def _records(kind: RecordType, context: Context) -> str:
    """The address of a record's page with `{id}` where its name stands; empty for records without a page."""
    page = PAGES.get(kind)
    if page is None:
        return ""
    return context.links.root + context.site.routes.route(page, "{id}", language=context.site.language)


def _link(kind: RecordType, context: Context) -> Link:
    return Link(Text(kind, ""), form_href(kind, change=False, context=context))


def _editing(context: Context) -> Editing:
    if context.site.editing is None:
        raise ValueError("a site without forms has no page of one")
    return context.site.editing


def _mailbox(context: Context) -> str:
    """The mailbox of the settings, else that of the desk."""
    report = context.site.settings.report
    desk = context.catalogue.roles.get(context.site.settings.desk or "")
    return report if "@" in report and "://" not in report else ((desk.email if desk else "") or "")


def _parts(kind: RecordType, change: bool, context: Context) -> Iterator[PartView]:
    shape = shape_of(MODELS[kind])
    first = {name for _, names in PARTS[kind] for name in names}
    rest = tuple(field.name for field in shape.fields if is_asked(field) and field.name not in {*first, *KEPT})
    for name, fields in (*((("change", CHANGES),) if change else ()), *PARTS[kind], ("more", rest)):
        controls = _controls(_named(shape, fields), shape, context)
        yield PartView(name, tuple(replace(each, required=False) if change else each for each in controls))


def _named(shape: Shape, names: tuple[str, ...]) -> Iterator[FieldShape]:
    for name in names:
        field = shape.field(name)
        if field is not None:
            yield field


def _controls(fields: Iterator[FieldShape], shape: Shape, context: Context, prefix: str = "") -> Iterator[ControlView]:
    for field in fields:
        yield from _of_field(field, shape, context, f"{prefix}{field.name}")


def _of_field(field: FieldShape, shape: Shape, context: Context, path: str) -> Iterator[ControlView]:
    label, hint = _words(field, shape, context)
    if field.group is not None and not is_terms(field):
        yield _group(field, path, label, hint, context)
    elif field.reference and field.many:
        yield _rows(path, _reference(field, f"{path}.0", label, hint), folded=False)
    else:
        yield _single(field, path, label, hint, context)


def _group(field: FieldShape, path: str, label: str, hint: str, context: Context) -> ControlView:
    """The questions of a group, or of the first of many; those that few people need are folded."""
    at, folded = f"{path}.0" if field.many else path, not field.shorthand
    parts = tuple(_parts_of(field.group, field.shorthand, f"{at}.", context)) if field.group is not None else ()
    one = ControlView(at, "group", label, hint, parts=parts, shown=SHOWN, folded=folded and not field.many)
    return _rows(path, one, folded=folded) if field.many else one


def _rows(path: str, first: ControlView, *, folded: bool) -> ControlView:
    return ControlView(path, "rows", first.label, parts=(first,), folded=folded, most=MOST_ROWS)


def _parts_of(group: Shape, first: str, prefix: str, context: Context) -> Iterator[ControlView]:
    """The questions of a group, that for which it may be written shorthand before the others."""
    asked = sorted((part for part in group.fields if is_asked(part)), key=lambda part: part.name != first)
    return (replace(control, required=False) for control in _controls(iter(asked), group, context, prefix))


def _single(field: FieldShape, path: str, label: str, hint: str, context: Context) -> ControlView:
    options = tuple(_options(field, context))
    if field.reference:
        return _reference(field, path, label, hint)
    if options:
        kind = "checks" if field.many else "select"
        return ControlView(path, kind, label, hint, required=field.required, options=options)
    if field.many:
        return ControlView(path, "lines", label, hint, required=field.required, rows=3)
    rows = _lines(field)
    return ControlView(
        path,
        "area" if rows > 1 else "line",
        label,
        hint,
        required=field.required,
        rows=rows,
        mode=MODES.get(field.kind) or BY_NAME.get(field.name, ""),
        plain=field.localized and field.name not in NOT_READ,
    )


def _reference(field: FieldShape, path: str, label: str, hint: str) -> ControlView:
    return ControlView(path, "record", label, hint, required=field.required, reference=" ".join(field.reference))


def _lines(field: FieldShape) -> int:
    if field.kind == "schedule":
        return 2
    if not field.localized or field.name in NOT_READ:
        return 1
    return 5 if field.markdown else 2


def is_terms(field: FieldShape) -> bool:
    """Whether a group is nearly always written as one term, so that terms are all that a form asks."""
    short = field.group.field(field.shorthand) if field.group is not None and field.shorthand else None
    return field.many and short is not None and bool(short.vocabulary)


def _options(field: FieldShape, context: Context) -> Iterator[OptionView]:
    editing = _editing(context)
    inner = field.group.field(field.shorthand) if field.group is not None else None
    vocabulary = (inner or field).vocabulary
    fixed = ("true", "false") if field.kind == "boolean" else field.words or field.also
    for word in fixed:
        yield OptionView(word, Text(_said(editing.words.get(word, word)), context.site.language))
    for term in context.catalogue.terms(vocabulary).values() if vocabulary else ():
        yield OptionView(term.id, context.text(term.name))


def _words(field: FieldShape, shape: Shape, context: Context) -> tuple[str, str]:
    editing = _editing(context)
    label = _said(editing.keys.get(field.name, field.name)).capitalize()
    return label, editing.hints.get((shape.model.__name__, field.name), "")


def _said(word: str) -> str:
    return word.replace("_", " ")
