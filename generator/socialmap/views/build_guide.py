"""The pages of the guide, from the guides in the data and what `derive.guide` knows of each service."""

from collections.abc import Iterable, Iterator

from socialmap.derive.guide import Answers, Facts, Verdict, advise, facts_of, plain_facts, services_of_step
from socialmap.model import Service
from socialmap.model.guide import Guide, Step
from socialmap.views.build_home import build_desk, build_urgent
from socialmap.views.build_parts import build_card
from socialmap.views.context import Context
from socialmap.views.guide import GuideServiceView, GuideStepView, GuidesView, GuideView, Options
from socialmap.views.parts import NO_TEXT, Link, Text, TileView

SHOWN = 3
ONLINE = frozenset(("email", "website", "digid", "app"))
OUTSIDE = frozenset(("iedereen",))


def build_guides(*, context: Context) -> GuidesView:
    """The page of all situations."""
    name, desk = build_desk(context)
    return GuidesView(
        guides=tuple(_tile(guide, context) for guide in context.site.guides),
        urgent=build_urgent(context=context),
        search_href=context.links.to("search"),
        a_to_z=context.links.to("a_to_z"),
        desk_name=name,
        desk=desk,
    )


def build_guide(guide: Guide, *, context: Context) -> GuideView:
    """The page of one situation."""
    found = tuple(_steps(guide, context))
    names = [name for _, services in found for name in services]
    facts = {name: _facts(context.catalogue.services[name], context) for name in names}
    verdicts = {each.id: each for each in advise(facts.values(), Answers(), today=context.derived.today.isoformat())}
    desk_name, desk = build_desk(context)
    question = context.term("life_questions", guide.life_question)
    exits = bool(question and question.quick_exit)
    return GuideView(
        id=guide.id,
        name=context.text(guide.name),
        summary=context.text(guide.summary),
        explanation=context.text(guide.explanation),
        untranslated=not context.translated(guide.name, guide.summary),
        back=context.links.to("guides"),
        steps=tuple(_step(number, step, names, guide, verdicts, context) for number, (step, names) in _numbered(found)),
        groups=_options("target_groups", guide.target_groups, context),
        neighbourhoods=_options("neighbourhoods", context.catalogue.terms("neighbourhoods"), context),
        languages=_options("languages", context.catalogue.terms("languages"), context),
        all_groups=_options("target_groups", context.catalogue.terms("target_groups"), context),
        beside=_links(guide.beside_me, context),
        offers=_links(guide.give_back, context),
        urgent=build_urgent(context=context) if exits else (),
        quick_exit=context.site.settings.quick_exit if exits else "",
        list_href=context.links.to("my_list"),
        desk_name=desk_name,
        desk=desk,
        facts=tuple(plain_facts(each) for each in facts.values()),
    )


def guide_named(name: str, *, context: Context) -> Guide:
    """The guide with this id."""
    return next(guide for guide in context.site.guides if guide.id == name)


def guide_services(guide: Guide, *, context: Context) -> Iterator[str]:
    """Every service that the guide's page shows."""
    for _, names in _steps(guide, context):
        yield from names


def _tile(guide: Guide, context: Context) -> TileView:
    term = context.term("life_questions", guide.life_question)
    href = context.links.to("guide", guide.id)
    return TileView(
        context.text(guide.name), href, context.text(guide.summary), (term and term.icon) or "", len(guide.steps)
    )


def _steps(guide: Guide, context: Context) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Each step with its services; a service stands once: where editors chose it, else in the first step it fits."""
    listed = sorted(context.derived.listed)
    services = [context.catalogue.services[name] for name in listed]
    seen: set[str] = set()
    chosen = {each.service: step.id for step in reversed(guide.steps) for each in step.services}
    for step in guide.steps:
        found = services_of_step(step, guide, services)
        names = tuple(name for name in found if name not in seen and chosen.get(name, step.id) == step.id)
        seen.update(names)
        yield step, names


def _numbered(
    found: Iterable[tuple[Step, tuple[str, ...]]],
) -> Iterator[tuple[int, tuple[Step, tuple[str, ...]]]]:
    return enumerate((each for each in found if each[1]), 1)


def _facts(service: Service, context: Context) -> Facts:
    return facts_of(service, neighbourhood_of=context.derived.neighbourhood_of)


def _step(
    number: int, step: Step, names: tuple[str, ...], guide: Guide, verdicts: dict[str, Verdict], context: Context
) -> GuideStepView:
    open_ones = [name for name in names if not verdicts[name].excluded]
    chosen = {each.service: context.text(each.why) for each in step.services}
    ranked = sorted(open_ones, key=lambda name: name not in chosen)
    views = tuple(_service(name, chosen.get(name, NO_TEXT), guide, verdicts[name], context) for name in ranked)
    return GuideStepView(
        id=step.id,
        number=number,
        name=context.text(step.name),
        explanation=context.text(step.explanation),
        shown=views[:SHOWN],
        more=views[SHOWN:],
    )


def _service(name: str, chosen: Text, guide: Guide, verdict: Verdict, context: Context) -> GuideServiceView:
    service = context.catalogue.services[name]
    beside = tuple(each for each in (service.beside_me or guide.beside_me) if each != name)
    return GuideServiceView(
        card=build_card(service, context=context),
        chosen=chosen,
        why=verdict.why,
        ask=verdict.ask,
        first=_links(service.first, context),
        beside=_links(beside, context),
        is_digital=service.digital_threshold in ONLINE,
        give_back=context.text(service.give_back),
    )


def _links(names: Iterable[str], context: Context) -> tuple[Link, ...]:
    listed = (name for name in names if name in context.derived.listed)
    return tuple(link for link in map(context.service_link, listed) if link)


def _options(vocabulary: str, names: Iterable[str], context: Context) -> Options:
    return tuple((name, context.term_text(vocabulary, name)) for name in names if name not in OUTSIDE)
