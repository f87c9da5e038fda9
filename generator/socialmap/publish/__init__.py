"""Replaces the site without ever showing half of it; the pipeline renders into a staging and commits once.

    with open_staging(site, cache=cache) as staging:
        for page in pages:
            if staging.manifest.fresh(page.route, page.fingerprint):
                staging.keep(page.route)
            else:
                staging.write(page.route, page.render(), fingerprint=page.fingerprint)
        published = staging.commit()

A build that fails, is killed, or leaves the block without `commit` changes nothing; one that is killed during `commit`
leaves whole files, old or new, no page without its assets, and the next build finishes the work. Only files that the
manifest knows as ours are replaced or removed; without a manifest, what stands at our routes in a site that shows
itself to be ours is replaced too. `Published.foreign` names the routes where another's file was in place.
"""

from socialmap.publish.commit import Published
from socialmap.publish.lock import BusyError
from socialmap.publish.manifest import Entry, Manifest, read_manifest
from socialmap.publish.plan import ObstructedError, Staged
from socialmap.publish.routes import RouteError, check_route
from socialmap.publish.staging import WORK, Staging, open_staging

__all__ = [
    "WORK",
    "BusyError",
    "Entry",
    "Manifest",
    "ObstructedError",
    "Published",
    "RouteError",
    "Staged",
    "Staging",
    "check_route",
    "open_staging",
    "read_manifest",
]
