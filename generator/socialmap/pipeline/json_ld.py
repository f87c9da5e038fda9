"""Structured data of a page for search engines: schema.org types Service, Organization and Place."""

from collections.abc import Mapping

from socialmap.derive.derived import WIDE
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


def json_ld_of(job: PageJob, *, site: Site, url: str = "") -> Json:
    """The JSON-LD of a page; empty for pages about no record, or one of which nobody knows whether it is there.

    `url` is the address that search engines should know the record by, "" when the site has none.
    """
    if job.is_redirect or (job.kind, job.name) in site.derived.expired:
        return {}
    catalogue = site.catalogue
    if job.kind == "service":
        found = _service(catalogue.services[job.name], job, site, url)
    elif job.kind == "organization":
        found = _organization(catalogue.organizations[job.name], job, site, url)
    elif job.kind == "location":
        found = _location(catalogue.locations[job.name], job, site, url)
    else:
        return {}
    return {"@context": "https://schema.org", **_filled(found)}


def _service(service: Service, job: PageJob, site: Site, url: str) -> Json:
    organization = site.catalogue.organizations.get(service.organization or "")
    locations = (site.catalogue.locations.get(at.location) for at in service.locations)
    return {
        "@type": "Service",
        "name": _text(service.name, job, site),
        "description": _text(service.summary, job, site),
        "url": url,
        "provider": {"@type": "Organization", "name": _text(organization.name, job, site)} if organization else None,
        "areaServed": _area(service, job, site),
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


def _area(service: Service, job: PageJob, site: Site) -> Json | list[Json]:
    """The country of what is for everybody in it, the neighbourhoods that are named, else the municipality."""
    if "national" in service.service_area or ("service", service.id) in site.catalogue.national:
        return {"@type": "Country", "name": site.settings.country}
    terms = site.catalogue.terms("neighbourhoods")
    named = [terms[name] for name in service.service_area if name in terms]
    if named and WIDE.isdisjoint(service.service_area):
        return [{"@type": "Place", "name": _text(term.name, job, site)} for term in named]
    name = site.settings.municipality
    return {"@type": "AdministrativeArea", "name": name} if name else {}


def _organization(organization: Organization, job: PageJob, site: Site, url: str) -> Json:
    return {
        "@type": KINDS.get(organization.kind, "NGO"),
        "name": _text(organization.name, job, site),
        "description": _text(organization.summary, job, site),
        "url": organization.url or url,
        "email": organization.email,
        "telephone": _telephone(organization.phones),
    }


def _location(location: Location, job: PageJob, site: Site, url: str) -> Json:
    return {
        **_place(location, job, site),
        "url": url,
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


def _telephone(phones: tuple[Phone, ...]) -> str:
    return next((phone.number for phone in phones if not phone.internal), "")


def _contact(phones: tuple[Phone, ...]) -> Json | None:
    number = _telephone(phones)
    return {"@type": "ContactPoint", "telephone": number} if number else None


def _hours(schedule: Schedule | None) -> list[Json]:
    return [dict(pairs) for pairs in to_schema_org(schedule.hours)] if schedule else []


def _filled(values: Mapping[str, object]) -> Json:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
