"""Which pages are to be drawn: those that were not published yet, or from other things; called by `build`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from socialmap.pipeline.calendars import CALENDAR, DATA, calendar_mark
from socialmap.pipeline.fingerprints import Fingerprints
from socialmap.pipeline.wardrobe import Wardrobe
from socialmap.publish import Staging
from socialmap.views.plan import PageJob

BESIDE = (CALENDAR, DATA)


@dataclass(frozen=True, slots=True)
class Marks:
    """The fingerprints of pages and of what stands beside them, each worked out once and when somebody asks.

    Nobody asks for that of a page which is new before it is drawn, so that the process that draws it works it out.
    """

    wardrobe: Wardrobe
    prints: Fingerprints
    known: dict[str, str] = field(default_factory=dict)

    def of(self, job: PageJob) -> str:
        """The fingerprint of what a job draws."""
        return self.known.get(job.route) or self.known.setdefault(job.route, self._new(job))

    def _new(self, job: PageJob) -> str:
        if job.template in BESIDE:
            return calendar_mark(job, site=self.wardrobe.site, prints=self.prints)
        return self.prints.of(job, context=self.wardrobe.contexts[job.language, job.kind])


def keep_fresh(jobs: Iterable[PageJob], *, marks: Marks, staging: Staging) -> list[PageJob]:
    """Keep every page that is as it was published; the jobs that are left are to be drawn."""
    manifest, stale = staging.manifest, list[PageJob]()
    for job in jobs:
        if job.route in manifest.entries and manifest.fresh(job.route, marks.of(job)):
            staging.keep(job.route)
        else:
            stale.append(job)
    return stale
