"""The editing environment of a site: its files for `/beheer/` when the settings ask for it and it was fetched."""

import json
from collections.abc import Mapping
from pathlib import Path

from socialmap.cms import CmsWords, cms_config, cms_page, read_bundle, record_fields, scripts
from socialmap.model import RECORD_TYPES
from socialmap.model.shape import shape_of
from socialmap.pipeline.form_fields import Rank
from socialmap.pipeline.project import Project
from socialmap.sources.loading import MODELS
from socialmap.sources.vocabularies import load_terms
from socialmap.sources.words import Words
from socialmap.views.build_feedback import host_of

FOLDER = "beheer"


def bundle_folder(project: Project) -> Path:
    """Where the program is kept once it was fetched."""
    return project.root / ".cache" / "socialmap" / "cms"


def is_missing(project: Project) -> bool:
    """Whether the settings ask for the editing environment and it was never fetched."""
    return project.settings.cms and not read_bundle(bundle_folder(project))


def cms_files(project: Project, words: Words) -> Mapping[str, bytes]:
    """The files of `/beheer/`; none when the settings do not ask for it, name no Git host, or it was not fetched."""
    host = host_of(project.settings)
    bundle = read_bundle(bundle_folder(project)) if project.settings.cms and host else {}
    if not bundle or host is None:
        return {}
    title, told = project.settings.site_name, cms_words(project, words)
    shapes = {kind: shape_of(MODELS[kind]) for kind in RECORD_TYPES}
    config = cms_config(host, shapes, data=project.settings.data, title=title, words=told)
    records = {
        "collections": {told.folder(kind): record_fields(shape, told) for kind, shape in shapes.items()},
        "booleans": {way: words.write_word(word) for way, word in words.word_table(("true", "false")).items()},
    }
    own = {
        "index.html": cms_page(host, title=title, language=project.settings.editor_language),
        **scripts(),
        "records.json": json.dumps(records, ensure_ascii=False).encode(),
        "config.json": json.dumps(config, ensure_ascii=False, indent=1).encode(),
    }
    return {f"{FOLDER}/{name}": body for name, body in {**bundle, **own}.items()}


def cms_words(project: Project, words: Words) -> CmsWords:
    """The words of the configuration."""
    raw, _ = load_terms(project.data, words=words)
    terms: dict[str, list[tuple[str, str]]] = {}
    for item in raw:
        names = item.values.get("name")
        name = names.get(project.settings.language, "") if isinstance(names, dict) else ""
        term = str(item.values.get("id", ""))
        terms.setdefault(item.vocabulary, []).append((term, str(name) or term))
    return CmsWords(
        key=words.write_field,
        rank=Rank(words),
        word=words.write_word,
        terms=lambda vocabulary: terms.get(vocabulary, []),
        hint=lambda _shape, field: field.description if words.language == "en" else "",
        folder=lambda kind: words.types[kind][0],
        others=project.settings.languages[1:],
    )
