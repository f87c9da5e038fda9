"""The facts of a service that only some kinds have: sharing, practising, stepping in, outreach and volunteering.

Called by `build_service`.
"""

from socialmap.model import Service
from socialmap.model.service import Sharing
from socialmap.views.context import Context
from socialmap.views.parts import NO_TEXT
from socialmap.views.records import FactView


def build_facts(service: Service, *, context: Context) -> tuple[FactView, ...]:
    """The facts that only some kinds of services have, those with something to say."""
    found = (
        *_sharing(service.sharing, context),
        *_practice_place(service, context),
        *_step_in_point(service, context),
        *_outreach(service, context),
        *_volunteering(service, context),
    )
    return tuple(fact for fact in found if fact.text or fact.words or fact.links)


def _sharing(sharing: Sharing | None, context: Context) -> tuple[FactView, ...]:
    if sharing is None:
        return ()
    categories = tuple(context.term_text("sharing_categories", name).value for name in sharing.categories)
    return (
        FactView("sharing.form", words=(sharing.form,)),
        FactView("sharing.categories", context.in_a_row(categories)),
    )


def _practice_place(service: Service, context: Context) -> tuple[FactView, ...]:
    place = service.practice_place
    if place is None:
        return ()
    topics = tuple(context.term_text("digital_topics", name).value for name in place.topics)
    return (
        FactView("practice_place.topics", context.in_a_row(topics)),
        FactView("practice_place.devices", context.text(place.devices)),
        FactView("practice_place.helpers", context.text(place.helpers)),
        FactView("practice_place.wifi", words=("yes",) if place.wifi else ()),
    )


def _step_in_point(service: Service, context: Context) -> tuple[FactView, ...]:
    point = service.step_in_point
    return (FactView("step_in_point.authority", context.text(point.authority)),) if point else ()


def _outreach(service: Service, context: Context) -> tuple[FactView, ...]:
    return tuple(
        FactView(
            "outreach",
            context.text(visit.note) or NO_TEXT,
            (visit.weekday,) if visit.weekday else (),
            tuple(link for link in (context.organization_link(visit.organization),) if link),
        )
        for visit in service.outreach
    )


def _volunteering(service: Service, context: Context) -> tuple[FactView, ...]:
    work = service.volunteering
    if work is None:
        return ()
    return (
        FactView("volunteering.tasks", context.text(work.tasks)),
        FactView("volunteering.time", context.text(work.time)),
        FactView("volunteering.compensation", context.text(work.compensation)),
    )
