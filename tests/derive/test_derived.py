"""Who keeps a record right, and under what a service is found."""

from datetime import date

from socialmap.catalogue import Catalogue, Entry, build_catalogue
from socialmap.derive import derive_all
from socialmap.model import Location, Organization, Record, RecordType, Role, Service, Term
from socialmap.model.boundary import Boundary
from socialmap.problems import Origin

RING = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
MODELS: dict[RecordType, type[Record]] = {
    "organization": Organization,
    "location": Location,
    "service": Service,
    "role": Role,
}
ENTRANCES = [
    ("entrances", Term(id="rondkomen", name={"nl": "Rondkomen"}, themes=("geld",))),
    ("entrances", Term(id="ontmoeten", name={"nl": "Ontmoeten"}, kinds=("inloop",), target_groups=("ouderen",))),
]


def catalogue(*records: tuple[RecordType, dict[str, object]]) -> Catalogue:
    def entry(kind: RecordType, values: dict[str, object]) -> Entry:
        fixed: dict[str, object] = {"name": {"nl": "X"}}
        if kind == "service":
            fixed |= {"kinds": ["hulp"], "themes": ["geld"]}
        if kind == "role":
            fixed |= {"kind": "editor"}
        return Entry(kind, MODELS[kind].model_validate({**fixed, **values}), Origin(f"{kind}/{values['id']}.yml"))

    return build_catalogue([entry(kind, values) for kind, values in records], terms=ENTRANCES)[0]


def derived(*records: tuple[RecordType, dict[str, object]]):  # type: ignore[no-untyped-def]
    outlines = (Boundary("oost", (RING,)),)
    return derive_all(catalogue(*records), boundaries=outlines, holidays={}, today=date(2026, 11, 22))


def test_a_record_is_kept_by_its_own_role_else_organization_else_neighbourhood_else_theme() -> None:
    found = derived(
        ("role", {"id": "eigen"}),
        ("role", {"id": "organisatie", "organizations": ["welzijn"]}),
        ("role", {"id": "buurt", "neighbourhoods": ["oost"]}),
        ("role", {"id": "thema", "themes": ["geld"]}),
        ("organization", {"id": "welzijn"}),
        ("organization", {"id": "niemand"}),
        ("location", {"id": "zaal", "latitude": 1, "longitude": 1}),
        ("service", {"id": "a", "role": "eigen", "organization": "welzijn"}),
        ("service", {"id": "b", "organization": "welzijn", "locations": [{"location": "zaal"}]}),
        ("service", {"id": "c", "locations": [{"location": "zaal"}]}),
        ("service", {"id": "d"}),
        ("service", {"id": "e", "themes": ["wonen"]}),
    )
    assert found.role_of == {
        ("organization", "welzijn"): "organisatie",
        ("location", "zaal"): "buurt",
        ("service", "a"): "eigen",
        ("service", "b"): "organisatie",
        ("service", "c"): "buurt",
        ("service", "d"): "thema",
    }


def test_of_two_roles_for_one_organization_the_first_by_id_keeps_it() -> None:
    found = derived(
        ("role", {"id": "b", "organizations": ["welzijn"]}),
        ("role", {"id": "a", "organizations": ["welzijn"]}),
        ("organization", {"id": "welzijn"}),
    )
    assert found.role_of == {("organization", "welzijn"): "a"}


def test_what_has_stopped_is_in_no_list() -> None:
    found = derived(
        ("service", {"id": "a"}),
        ("service", {"id": "b", "status": "stopped"}),
        ("service", {"id": "c", "status": "paused"}),
    )
    assert found.listed == {"a", "c"}
    assert found.by_theme == {"geld": ("a", "c")}


def test_an_entrance_is_its_own_or_follows_from_theme_kind_and_group() -> None:
    found = derived(
        ("service", {"id": "a"}),
        ("service", {"id": "b", "entrances": ["ontmoeten"]}),
        ("service", {"id": "c", "themes": ["x"], "kinds": ["inloop"]}),
        ("service", {"id": "d", "themes": ["x"], "target_groups": [{"term": "ouderen"}]}),
        ("service", {"id": "e", "themes": ["x"]}),
    )
    assert found.by_entrance == {"rondkomen": ("a",), "ontmoeten": ("b", "c", "d")}
    assert found.by_group == {"ouderen": ("d",)}


def test_a_service_is_in_the_neighbourhoods_of_its_places_and_its_area_once_each() -> None:
    found = derived(
        ("location", {"id": "zaal", "latitude": 1, "longitude": 1}),
        ("location", {"id": "hal", "latitude": 50, "longitude": 50}),
        (
            "service",
            {"id": "a", "locations": [{"location": "zaal"}, {"location": "hal"}], "service_area": ["oost", "west"]},
        ),
        ("service", {"id": "b", "service_area": ["municipality", "national"]}),
    )
    assert found.by_neighbourhood == {"oost": ("a",), "west": ("a",)}
    assert found.neighbourhood_of == {"zaal": "oost"}


def test_roles_have_no_freshness_and_all_others_do() -> None:
    found = derived(("role", {"id": "r"}), ("organization", {"id": "o"}), ("service", {"id": "s"}))
    assert set(found.freshness) == {("organization", "o"), ("service", "s")}
