"""The words in the addresses of pages, per language; a language that has none is one the site has no texts for."""

from socialmap.pipeline.project import CONFIG, Project
from socialmap.problems import Place, Problem, fault
from socialmap.sources.settings import setting_place
from socialmap.sources.yaml_reader import read_settings_yaml

URLS = "translations/urls.yml"


def read_urls(project: Project) -> dict[str, dict[str, str]]:
    """Per language the word in the address of each kind of page; the municipality's own go first."""
    words: dict[str, dict[str, str]] = {}
    for folder in reversed(project.overrides):
        path = folder / URLS
        found = read_settings_yaml(path.read_text("utf-8")) if path.is_file() else {}
        for language, table in found.items() if isinstance(found, dict) else ():
            words.setdefault(language, {}).update({str(kind): str(word or "") for kind, word in table.items()})
    return words


def unknown_languages(project: Project) -> tuple[Problem, ...]:
    """SM705: a language of the settings that the site has no texts for."""
    known = read_urls(project)
    return tuple(
        fault(
            "SM705",
            Place(CONFIG, *setting_place(project.root / CONFIG, ("languages", at)), "languages"),
            value=language,
        )
        for at, language in enumerate(project.settings.languages)
        if language not in known
    )
