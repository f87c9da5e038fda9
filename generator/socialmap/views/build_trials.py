"""The pages of what the municipality tries and asks, from experiments and consultations; called by the plan."""

from collections.abc import Iterable
from datetime import date

from socialmap.catalogue import Catalogue
from socialmap.model import Consultation, Experiment
from socialmap.views.build_feedback import build_feedback
from socialmap.views.build_parts import build_check
from socialmap.views.context import Context
from socialmap.views.parts import NO_TEXT, Link, Text
from socialmap.views.routes import PageKind
from socialmap.views.trials import AboutView, ConsultationView, ExperimentView, StageView, TrialsView, TrialView

OPEN_ON_HOME = 3
STAGES: dict[str, tuple[str, ...]] = {
    "experiments": ("ended", "running", "coming"),
    "consultations": ("running", "coming", "ended"),
}
Trial = Experiment | Consultation


def shown(records: Iterable[Trial]) -> list[Trial]:
    """The records that have a page: not those that were taken off."""
    return [record for record in records if record.status != "stopped"]


def has_trials(kind: PageKind, *, context: Context) -> bool:
    """Whether there is anything for the list of experiments or of consultations."""
    return bool(_all(kind, context))


def build_trials(kind: PageKind, *, context: Context) -> TrialsView:
    """The list of all experiments (those we learned from first) or consultations (those that are open first)."""
    records = _all(kind, context)
    found = ((stage, [each for each in records if stage_of(each, context) == stage]) for stage in STAGES[kind])
    groups = (StageView(stage, tuple(_entry(each, context) for each in members)) for stage, members in found if members)
    other: PageKind = "consultations" if kind == "experiments" else "experiments"
    link = Link(Text(other, context.language), context.links.to(other)) if _all(other, context) else None
    return TrialsView(kind, tuple(groups), link)


def build_experiment(record: Experiment, *, context: Context) -> ExperimentView:
    """The page of an experiment."""
    text = context.text
    return ExperimentView(
        name=text(record.name),
        summary=text(record.summary),
        untranslated=not context.translated(record.name, record.summary),
        back=context.links.to("experiments"),
        stage=stage_of(record, context),
        outcome=record.outcome or "",
        expectation=text(record.expectation),
        measure=text(record.measure),
        causes=text(record.causes),
        unforeseen=text(record.unforeseen),
        learned=text(record.learned),
        services=tuple(link for name in record.services if (link := context.service_link(name))),
        about=_about(record, context),
        check=build_check(("experiment", record.id), context=context),
        feedback=build_feedback("experiment", ("experiment", record.id), context=context),
    )


def build_consultation(record: Consultation, *, context: Context) -> ConsultationView:
    """The page of a consultation."""
    text = context.text
    return ConsultationView(
        name=text(record.name),
        summary=text(record.summary),
        untranslated=not context.translated(record.name, record.summary),
        back=context.links.to("consultations"),
        stage=stage_of(record, context),
        until=context.date(record.end_date.isoformat()),
        until_iso=record.end_date.isoformat(),
        question=text(record.question),
        decided_by=text(record.decided_by),
        offline=text(record.offline),
        result=text(record.result),
        follow_up=text(record.follow_up),
        about=_about(record, context),
        check=build_check(("consultation", record.id), context=context),
        feedback=build_feedback("consultation", ("consultation", record.id), context=context),
    )


def stage_of(record: Trial, context: Context) -> str:
    """Whether it is coming, running or ended on the day of the build; an experiment with an outcome has ended."""
    return _stage(record, context.derived.today)


def _stage(record: Trial, today: date) -> str:
    if record.start_date > today:
        return "coming"
    ended = bool(record.end_date and record.end_date < today) or bool(getattr(record, "outcome", None))
    return "ended" if ended else "running"


def open_consultations(*, context: Context) -> tuple[TrialView, ...]:
    """The consultations that residents can take part in now, for the home page; the first to close comes first."""
    records = context.catalogue.consultations
    return tuple(_entry(records[name], context) for name in open_names(context.catalogue, today=context.derived.today))


def open_names(catalogue: Catalogue, *, today: date) -> tuple[str, ...]:
    """The consultations that the home page shows."""
    found = (each for each in shown(catalogue.consultations.values()) if _stage(each, today) == "running")
    return tuple(each.id for each in sorted(found, key=lambda each: (_end(each), each.id))[:OPEN_ON_HOME])


def build_trial_links(*, context: Context) -> tuple[Link, ...]:
    """Ways to the lists that there are; their words are the kinds of these pages."""
    kinds: tuple[PageKind, ...] = ("consultations", "experiments")
    found = (kind for kind in kinds if has_trials(kind, context=context))
    return tuple(Link(Text(kind, context.language), context.links.to(kind)) for kind in found)


def _all(kind: PageKind, context: Context) -> list[Trial]:
    catalogue = context.catalogue
    records: Iterable[Trial] = (
        catalogue.experiments.values() if kind == "experiments" else catalogue.consultations.values()
    )
    return sorted(shown(records), key=lambda each: (-_end(each).toordinal(), each.id))


def _end(record: Trial) -> date:
    return record.end_date or record.start_date


def _entry(record: Trial, context: Context) -> TrialView:
    is_experiment = isinstance(record, Experiment)
    told = record.learned if isinstance(record, Experiment) else record.follow_up or record.result
    return TrialView(
        name=context.text(record.name),
        href=context.links.to("experiment" if is_experiment else "consultation", record.id),
        summary=context.text(record.summary),
        period=_period(record, context),
        told=context.text(told) if told else NO_TEXT,
        outcome=(record.outcome or "") if isinstance(record, Experiment) else "",
        until_iso=_until(record, context),
        open_end=record.end_date is None,
    )


def _until(record: Trial, context: Context) -> str:
    """The last day on which an open consultation stands among the open ones."""
    is_open = isinstance(record, Consultation) and stage_of(record, context) == "running"
    return record.end_date.isoformat() if is_open and record.end_date else ""


def _period(record: Trial, context: Context) -> str:
    """The first and the last day in words; with an open end the first alone."""
    first = context.date(record.start_date.isoformat())
    return f"{first} – {context.date(record.end_date.isoformat())}" if record.end_date else first


def _about(record: Trial, context: Context) -> AboutView:
    return AboutView(
        period=_period(record, context),
        areas=tuple(context.term_link("neighbourhood", "neighbourhoods", name) for name in record.neighbourhoods),
        themes=tuple(context.term_link("theme", "themes", name) for name in record.themes),
        organization=context.organization_link(record.organization),
        open_end=record.end_date is None,
    )
