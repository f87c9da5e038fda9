"""The lines that stand above the results of a search that speaks of danger, and the words that bring them up."""

from collections.abc import Iterable, Iterator

from socialmap.model.crisis import CrisisTopic, Phrases
from socialmap.model.guide import Suggestion
from socialmap.views.build_parts import build_phones
from socialmap.views.context import Context
from socialmap.views.pages import CrisisView
from socialmap.views.parts import PhoneView, UrgentView


def build_crisis(*, desk_name: str, desk: PhoneView | None, context: Context) -> tuple[CrisisView, ...]:
    """A line for each topic that somebody here can help with."""
    lines = (_line(topic, desk_name, desk, context) for topic in context.site.crisis)
    return tuple(line for line in lines if line.helpers or line.desk)


def _line(topic: CrisisTopic, desk_name: str, desk: PhoneView | None, context: Context) -> CrisisView:
    return CrisisView(
        id=topic.id,
        name=context.text(topic.name),
        helpers=tuple(_helpers(topic.services, context)),
        desk_name=desk_name if topic.desk else "",
        desk=desk if topic.desk else None,
        phrases=_all(topic.phrases),
        alone=_all(topic.alone),
        harmless=_all(topic.harmless),
    )


def _helpers(suggestions: Iterable[Suggestion], context: Context) -> Iterator[UrgentView]:
    for each in suggestions:
        name = each.service
        service = context.catalogue.services.get(name)
        phones = build_phones(service.phones, context=context) if service and name in context.derived.listed else ()
        if service and phones:
            yield UrgentView(context.text(each.why or service.summary), context.links.to("service", name), phones[0])


def _all(phrases: Phrases) -> tuple[str, ...]:
    """The phrases of every language: somebody in need writes in their own, on whatever page they are."""
    return tuple(dict.fromkeys(phrase for language in sorted(phrases) for phrase in phrases[language]))
