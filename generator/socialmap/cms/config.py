"""The configuration of the editing environment, from the models and in the editors' words, and its page.

Each record type that is kept as files is a collection, read and written by `records.js`: the program's own way would
lose comments, short ways of writing and the zero of a number. A map calls another host, so a point is two texts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from socialmap.model import RecordType
from socialmap.model.shape import FieldShape, Shape
from socialmap.text.git_hosts import GitHost, HostKind

Json = dict[str, object]
GITHUB, GITHUB_API = "https://github.com", "https://api.github.com"
BACKENDS: Mapping[HostKind, str] = {"github": "github", "gitlab": "gitlab", "forgejo": "gitea"}
WIDGETS: Mapping[str, str] = {"schedule": "text"}
LONG = frozenset(("description", "result", "question", "learned", "tasks"))


@dataclass(frozen=True, slots=True)
class CmsWords:
    """How editors write keys and fixed words, the words of a vocabulary's terms, and what a field means.

    `rank` is the place of a field in a file. `others` are the languages of translations, which stand under keys of
    their own (`naam@en`).
    """

    key: Callable[[FieldShape], str]
    rank: Callable[[Shape, str], int]
    word: Callable[[str], str]
    terms: Callable[[str], Sequence[tuple[str, str]]]
    hint: Callable[[Shape, FieldShape], str]
    folder: Callable[[RecordType], str]
    others: tuple[str, ...] = ()


def cms_config(host: GitHost, shapes: Mapping[RecordType, Shape], *, data: str, title: str, words: CmsWords) -> Json:
    """The configuration, as the program's own JSON Schema describes it."""
    return {
        "backend": {"name": BACKENDS[host.kind], "repo": _repository(host), "branch": host.branch, **_addresses(host)},
        "app_title": title,
        "media_folder": f"{data}/media",
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_collection(kind, shape, data, words) for kind, shape in shapes.items()],
    }


def cms_page(host: GitHost, *, title: str, language: str) -> bytes:
    """The page at `/beheer/`, with a policy of its own: until somebody signs in, nothing but the site is asked."""
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            f"connect-src 'self' data: blob: {' '.join(_asked(host))}",
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


def record_fields(shape: Shape, words: CmsWords) -> Json:
    """What `records.js` must know of each field to spell out short ways of writing, by the key that editors write."""
    return {words.key(field): _way(field, words) for field in shape.fields if field.name != "id"}


def _way(field: FieldShape, words: CmsWords) -> Json:
    group = field.group if field.kind != "map" else None
    short = group.field(field.shorthand) if group is not None and field.shorthand else None
    found: Json = {"many": True} if field.many else {}
    if field.kind == "boolean":
        found["boolean"] = True
    if group is not None:
        found["fields"] = record_fields(group, words)
    return {**found, "short": words.key(short)} if short is not None else found


def _repository(host: GitHost) -> str:
    """The repository as its host names it; at GitLab it may stand in groups within groups."""
    return host.at.removeprefix(f"{_base(host)}/")


def _base(host: GitHost) -> str:
    """Where the host itself is: a Forgejo may stand in a folder of its domain."""
    parts = urlsplit(host.at)
    return host.at.rsplit("/", 2)[0] if host.kind == "forgejo" else f"{parts.scheme}://{parts.netloc}"


def _addresses(host: GitHost) -> Json:
    """Where the program asks for records, unless it knows that by itself."""
    base = _base(host)
    if host.kind == "github":
        return {} if base == GITHUB else {"base_url": base, "api_root": f"{base}/api/v3"}
    return {"base_url": base, "api_root": f"{base}/api/{'v4' if host.kind == 'gitlab' else 'v1'}"}


def _asked(host: GitHost) -> tuple[str, ...]:
    """The origins that the page may ask once somebody signs in."""
    parts = urlsplit(host.at)
    origin = f"{parts.scheme}://{parts.netloc}"
    return (GITHUB_API, GITHUB) if origin == GITHUB else (origin,)


def _collection(kind: RecordType, shape: Shape, data: str, words: CmsWords) -> Json:
    folder = words.folder(kind)
    name = next(words.key(field) for field in shape.fields if field.name == "name")
    return {
        "name": folder,
        "label": folder.capitalize(),
        "folder": f"{data}/{folder}",
        "extension": "yml",
        "format": f"socialmap-{folder}",
        "create": True,
        "identifier_field": name,
        "slug": f"{{{{fields.{name}}}}}",
        "fields": list(_fields(shape, words)),
    }


def _fields(shape: Shape, words: CmsWords) -> Iterator[Json]:
    for field in sorted(shape.fields, key=lambda field: words.rank(shape, field.name)):
        if field.name != "id" and field.kind != "map":
            made = _field(field, shape, words)
            yield made
            for language in words.others if field.localized else ():
                translated = {"name": f"{made['name']}@{language}", "label": f"{made['label']} ({language})"}
                yield {**made, **translated, "required": False}


def _field(field: FieldShape, shape: Shape, words: CmsWords) -> Json:
    key = words.key(field)
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
    for word in ("true", "false") if field.kind == "boolean" else field.words or field.also:
        yield words.word(word), words.word(word).replace("_", " ")
    if field.vocabulary:
        yield from words.terms(field.vocabulary)
