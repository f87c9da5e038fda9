"""Structured data of a page for search engines: schema.org types Service, Organization and Place."""

from collections.abc import Mapping

from socialmap.model import Location, Organization, Schedule, Service
from socialmap.model.fields import Phone
from socialmap.text.hours import to_schema_org
from socialmap.views.context import Site
from socialmap.views.plan import PageJob

Json = dict[str, object]
KINDS: Mapping[str, str] = {
    "municipality": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "company": "LocalBusiness",
    "education": "EducationalOrganization",
}


def json_ld_of(job: PageJob, *, site: Site) -> Json:
    """The JSON-LD of a page; empty for pages about no record, or one of which nobody knows whether it is there."""
    if job.is_redirect or (job.kind, job.name) in site.derived.expired:
        return {}
    catalogue = site.catalogue
    if job.kind == "service":
        found = _service(catalogue.services[job.name], job, site)
    elif job.kind == "organization":
        found = _organization(catalogue.organizations[job.name], job, site)
    elif job.kind == "location":
        found = _location(catalogue.locations[job.name], job, site)
    else:
        return {}
    return {"@context": "https://schema.org", **_filled(found)}


def _service(service: Service, job: PageJob, site: Site) -> Json:
    organization = site.catalogue.organizations.get(service.organization or "")
    locations = (site.catalogue.locations.get(at.location) for at in service.locations)
    return {
        "@type": "Service",
        "name": _text(service.name, job, site),
        "description": _text(service.summary, job, site),
        "url": _url(job, site),
        "provider": {"@type": "Organization", "name": _text(organization.name, job, site)} if organization else None,
        "areaServed": site.settings.municipality,
        "availableChannel": _filled(
            {
                "@type": "ServiceChannel",
                "servicePhone": _contact(service.phones),
                "availableLanguage": list(service.languages),
                "serviceLocation": [_place(at, job, site) for at in locations if at and not at.confidential],
            }
        ),
        "hoursAvailable": _hours(service.schedule),
    }


def _organization(organization: Organization, job: PageJob, site: Site) -> Json:
    return {
        "@type": KINDS.get(organization.kind, "NGO"),
        "name": _text(organization.name, job, site),
        "description": _text(organization.summary, job, site),
        "url": organization.url or _url(job, site),
        "email": organization.email,
        "telephone": _telephone(organization.phones),
    }


def _location(location: Location, job: PageJob, site: Site) -> Json:
    return {
        **_place(location, job, site),
        "url": _url(job, site),
        "telephone": _telephone(location.phones),
        "openingHoursSpecification": _hours(location.schedule),
    }


def _place(location: Location, job: PageJob, site: Site) -> Json:
    address = {
        "@type": "PostalAddress",
        "streetAddress": location.address,
        "postalCode": location.postal_code,
        "addressLocality": location.city,
        "addressCountry": location.country,
    }
    point = {"@type": "GeoCoordinates", "latitude": location.latitude, "longitude": location.longitude}
    return _filled(
        {
            "@type": "Place",
            "name": _text(location.name, job, site),
            "address": _filled(address) if location.address or location.city else None,
            "geo": point if location.latitude is not None and location.longitude is not None else None,
        }
    )


def _text(values: Mapping[str, str], job: PageJob, site: Site) -> str:
    return values.get(job.language) or values.get(site.language) or next(iter(values.values()), "")


def _url(job: PageJob, site: Site) -> str:
    return f"{site.settings.site_url.rstrip('/')}/{job.route}" if site.settings.site_url else ""


def _telephone(phones: tuple[Phone, ...]) -> str:
    return next((phone.number for phone in phones if not phone.internal), "")


def _contact(phones: tuple[Phone, ...]) -> Json | None:
    number = _telephone(phones)
    return {"@type": "ContactPoint", "telephone": number} if number else None


def _hours(schedule: Schedule | None) -> list[Json]:
    return [dict(pairs) for pairs in to_schema_org(schedule.hours)] if schedule else []


def _filled(values: Mapping[str, object]) -> Json:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
