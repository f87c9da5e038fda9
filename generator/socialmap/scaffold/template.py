"""The files that every municipality starts with, filled with its name; called by `create`.

`files/` holds what is written for every new municipality, `host_files` what one kind of host reads. The vocabularies,
national helplines and public holidays are those of the demo, which stand only once: the wheel carries them in
`template/data`, a checkout in `data/`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from socialmap.scaffold.host_files import host_files, read_part
from socialmap.scaffold.wishes import Wishes
from socialmap.text.words import slugify

HERE: Final = Path(__file__).parent
PACKAGED: Final = HERE / "template" / "data"
CHECKOUT: Final = HERE.parents[2] / "data"
TEXTS: Final = "site_overrides/translations"
RENAMED: Final[Mapping[str, str]] = {"gitignore": ".gitignore"}
HOLE: Final = re.compile(r"<<([a-z]+)>>")
OFFER_DAYS: Final = 365
OUTLINED: Final = "Kijk na of `data/taxonomies/neighbourhoods.yml` jullie buurten heeft, zoals bewoners ze noemen."
NOT_OUTLINED: Final = "Zet je buurten in `data/taxonomies/neighbourhoods.yml`."
SCHOOL: Final = re.compile(r"(?m)^(#.*\n)*schoolvakanties:[\s\S]*\Z")
SCHOOL_NOTE: Final = """\
# Vul hier de schoolvakanties van je eigen regio in. Ze staan op www.rijksoverheid.nl.
# schoolvakanties:
#   - naam: Voorjaarsvakantie
#     vanaf: 2027-02-20
#     tot_en_met: 2027-02-28
"""


def template_files(wishes: Wishes, /, *, today: date) -> Mapping[str, bytes]:
    """Every file by its path in the new repository."""
    words = _words(wishes, today=today)
    files = dict(shared_files())
    for path in sorted(_below(HERE / "files")):
        name = RENAMED.get(path, path).replace("SLUG", words["slug"])
        files[name] = _fill((HERE / "files" / path).read_text("utf-8"), words).encode()
    files.update((name, _fill(text, words).encode()) for name, text in host_files(wishes.host))
    return files


def shared_files() -> Iterator[tuple[str, bytes]]:
    """What a municipality shares with the demo, without the demo's own neighbourhoods and invented school holidays."""
    data = PACKAGED if PACKAGED.is_dir() else CHECKOUT
    for folder in ("taxonomies", "national"):
        for path in sorted(_below(data / folder)):
            if path != "neighbourhoods.yml":
                yield f"data/{folder}/{path}", (data / folder / path).read_bytes()
    holidays = (data / "holidays.yml").read_text("utf-8")
    yield "data/holidays.yml", SCHOOL.sub(SCHOOL_NOTE, holidays).encode()


def known_languages() -> tuple[str, ...]:
    """The languages in which the package has the site's own texts, in order."""
    folders = (HERE.parent / TEXTS, HERE.parents[2] / TEXTS)
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.po")}))


def _words(wishes: Wishes, *, today: date) -> Mapping[str, str]:
    return {
        "name": wishes.municipality,
        "slug": slugify(wishes.municipality),
        "languages": ", ".join(wishes.language_codes),
        "today": today.isoformat(),
        "until": (today + timedelta(days=OFFER_DAYS)).isoformat(),
        "neighbourhoods": OUTLINED if wishes.neighbourhoods else NOT_OUTLINED,
        "steps": read_part("steps", host=wishes.host),
        "online": read_part("online", host=wishes.host),
    }


def _fill(text: str, words: Mapping[str, str]) -> str:
    return HOLE.sub(lambda hole: words[hole[1]], text)


def _below(folder: Path) -> Iterator[str]:
    """The paths of the files below a folder, with forward slashes; without those that editors and Python leave."""
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in relative.parts):
            yield relative.as_posix()
