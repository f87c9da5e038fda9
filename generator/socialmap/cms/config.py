"""The configuration of the editing environment, from the models and in the editors' words, and its page.

Each record type that is kept as files is a collection. What the program cannot hold well stays out of sight: it would
write numbers without their zero, so every text is a text, and a map calls another host, so a point is two texts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from socialmap.model import RecordType
from socialmap.model.shape import FieldShape, Shape
from socialmap.text.git_hosts import GitHost, HostKind

Json = dict[str, object]
BACKENDS: Mapping[HostKind, str] = {"github": "github", "gitlab": "gitlab", "forgejo": "gitea"}
CONNECTS: Mapping[HostKind, tuple[str, ...]] = {"github": ("https://api.github.com", "https://github.com")}
WIDGETS: Mapping[str, str] = {"boolean": "boolean", "date": "string", "schedule": "text"}
LONG = frozenset(("description", "result", "question", "learned", "tasks"))


@dataclass(frozen=True, slots=True)
class CmsWords:
    """How editors write keys and fixed words, the words of a vocabulary's terms, and what a field means.

    `others` are the languages of translations, which stand under keys of their own (`naam@en`).
    """

    key: Callable[[str], str]
    word: Callable[[str], str]
    terms: Callable[[str], Sequence[tuple[str, str]]]
    hint: Callable[[Shape, FieldShape], str]
    folder: Callable[[RecordType], str]
    others: tuple[str, ...] = ()


def cms_config(host: GitHost, shapes: Mapping[RecordType, Shape], *, data: str, title: str, words: CmsWords) -> Json:
    """The configuration, as the program's own JSON Schema describes it."""
    backend: Json = {"name": BACKENDS[host.kind], "repo": _repository(host), "branch": host.branch}
    if host.kind != "github":
        backend["base_url"] = host.at.rsplit("/", 2)[0]
    return {
        "backend": backend,
        "app_title": title,
        "media_folder": f"{data}/media",
        "output": {"yaml": {"quote": "double"}},
        "collections": [_collection(kind, shape, data, words) for kind, shape in shapes.items()],
    }


def cms_page(host: GitHost, *, title: str, language: str) -> bytes:
    """The page at `/beheer/`, with a policy of its own: until somebody signs in, nothing but the site is asked."""
    hosts = CONNECTS.get(host.kind, (host.at.rsplit("/", 2)[0],))
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            f"connect-src 'self' data: blob: {' '.join(hosts)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{escape(title)}</title>\n<link rel="icon" href="data:,">\n'
        '<link href="config.json" type="application/json" rel="cms-config-url">\n</head>\n<body>\n'
        '<script type="module" src="start.js"></script>\n</body>\n</html>\n'
    ).encode()


def _repository(host: GitHost) -> str:
    return "/".join(host.at.rsplit("/", 2)[1:])


def _collection(kind: RecordType, shape: Shape, data: str, words: CmsWords) -> Json:
    folder = words.folder(kind)
    name = words.key("name")
    return {
        "name": folder,
        "label": folder.capitalize(),
        "folder": f"{data}/{folder}",
        "extension": "yml",
        "format": "yaml",
        "create": True,
        "identifier_field": name,
        "slug": f"{{{{fields.{name}}}}}",
        "fields": list(_fields(shape, words)),
    }


def _fields(shape: Shape, words: CmsWords) -> Iterator[Json]:
    for field in shape.fields:
        if field.name != "id" and field.kind != "map":
            made = _field(field, shape, words)
            yield made
            for language in words.others if field.localized else ():
                translated = {"name": f"{made['name']}@{language}", "label": f"{made['label']} ({language})"}
                yield {**made, **translated, "required": False}


def _field(field: FieldShape, shape: Shape, words: CmsWords) -> Json:
    key = words.key(field.name)
    found: Json = {"name": key, "label": key.replace("_", " ").capitalize(), "required": field.required}
    hint = words.hint(shape, field)
    if hint:
        found["hint"] = hint
    return {**found, **_widget(field, words)}


def _widget(field: FieldShape, words: CmsWords) -> Json:
    options = [{"label": label, "value": value} for value, label in _options(field, words)]
    if options:
        return {"widget": "select", "options": options, **({"multiple": True} if field.many else {})}
    if field.group is not None:
        return {"widget": "list" if field.many else "object", "fields": list(_fields(field.group, words))}
    if field.many:
        return {"widget": "list"}
    long = field.markdown or (field.localized and field.name in LONG)
    return {"widget": "text" if long else WIDGETS.get(field.kind, "string")}


def _options(field: FieldShape, words: CmsWords) -> Iterator[tuple[str, str]]:
    for word in field.words or field.also:
        yield words.word(word), words.word(word).replace("_", " ")
    if field.vocabulary:
        yield from words.terms(field.vocabulary)
