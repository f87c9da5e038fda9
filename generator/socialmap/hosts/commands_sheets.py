"""The commands that give the records as a spreadsheet, and take a changed one back."""

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from socialmap.edit.diffs import Edit, write_diff
from socialmap.hosts import common
from socialmap.pipeline.project import Project

Read = TypeVar("Read")
NAMES = {"xlsx": "sociale-kaart.xlsx", "csv": "tabellen"}


def export(options: argparse.Namespace) -> int:
    """Write all own records as a workbook, or as a table per type, for who would rather work in a spreadsheet."""
    return common.with_site(options, lambda project: _export(options, project))


def bring_in(options: argparse.Namespace) -> int:
    """Bring records of an existing directory in by a mapping; or, without one, take back what `export` wrote.

    A row with errors is refused and reported. What is taken back is shown first and checked before it is written.
    """
    from socialmap.hosts.commands import import_records  # noqa: PLC0415 - brings its libraries

    if options.mapping is not None and options.into is not None:
        return import_records(options)
    if options.mapping is not None or options.kind == "hsds":
        sys.stderr.write("--mapping FILE --into DIR\n")
        return common.WRONG_USE
    return take(options)


def take(options: argparse.Namespace) -> int:
    """Take a changed workbook or table back: show what changes, check it, and write it where each record stands."""
    return common.with_site(options, lambda project: _take(options, project))


def translations(options: argparse.Namespace) -> int:
    """Give the texts that need a translation as a table, or take a translated table back."""
    way = _texts_in if options.way == "in" else _texts_out
    return common.with_site(options, lambda project: way(options, project))


def _texts_out(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.exporting import sheet_words  # noqa: PLC0415
    from socialmap.pipeline.translating import XLIFF, texts_to_translate, write_texts, xliff_files  # noqa: PLC0415

    language = options.lang or project.settings.editor_language
    words = sheet_words(language)
    rows = texts_to_translate(project, languages=tuple(options.language or ()), every=options.all)
    if not rows:
        sys.stdout.write(words["no_texts"] + "\n")
        return common.CLEAN
    is_xliff = options.file.suffix.lower() in XLIFF
    files: Mapping[Path, bytes] = (
        xliff_files(rows, source=project.settings.language, into=options.file, version=options.xliff)
        if is_xliff
        else {options.file: write_texts(rows, language=language)}
    )
    for path, body in files.items():
        path.write_bytes(body)
    told = words["xliff_out" if is_xliff else "texts_out"]
    sys.stdout.write(told.format(n=len(rows), into=", ".join(map(str, files))) + "\n")
    return common.CLEAN


def _texts_in(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.exporting import sheet_words  # noqa: PLC0415
    from socialmap.pipeline.translations_back import take_texts  # noqa: PLC0415

    words = sheet_words(options.lang or project.settings.editor_language)
    back = _read(options.file, words, partial(take_texts, project))
    if back is None:
        return common.WRONG_USE
    for row, why in back.refused:
        sys.stderr.write(words[why].format(record=row.record, column=row.field) + "\n")
    return _finish(options, project, back.edits, words, refused=bool(back.refused))


def _export(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.exporting import export_tables, export_workbook, sheet_words  # noqa: PLC0415

    into = options.into or Path(NAMES[options.kind])
    words = sheet_words(options.lang or project.settings.editor_language)
    count = (export_workbook if options.kind == "xlsx" else export_tables)(project, into=into)
    sys.stdout.write(words["exported"].format(n=count, into=into) + "\n")
    return common.CLEAN


def _take(options: argparse.Namespace, project: Project) -> int:
    from socialmap.pipeline.exporting import sheet_words  # noqa: PLC0415
    from socialmap.pipeline.sheet_import import take_back  # noqa: PLC0415

    words = sheet_words(options.lang or project.settings.editor_language)
    taken = _read(options.source, words, partial(take_back, project))
    if taken is None:
        return common.WRONG_USE
    for each in taken.refused:
        sys.stderr.write(words[each.why].format(sheet=each.sheet, record=each.record, column=each.column) + "\n")
    return _finish(options, project, taken.edits, words, refused=bool(taken.refused))


def _read(source: Path, words: dict[str, str], take: Callable[[Path], Read]) -> Read | None:
    """What a file that came back says; nothing, and a word about it, when it cannot be read."""
    from socialmap.imports.grid import UnreadableSourceError  # noqa: PLC0415 - brings its libraries

    try:
        return take(source)
    except (UnreadableSourceError, OSError):
        sys.stderr.write(words["unreadable"].format(file=source) + "\n")
        return None


def _finish(
    options: argparse.Namespace, project: Project, edits: tuple[Edit, ...], words: dict[str, str], *, refused: bool
) -> int:
    """Show what changes, check it and write it; the exit code says whether all went well."""
    sys.stdout.write(write_diff(edits) or words["same"] + "\n")
    failed = _check_and_write(options, project, edits, words) if edits else common.CLEAN
    return failed or (common.PROBLEMS if refused else common.CLEAN)


def _check_and_write(
    options: argparse.Namespace, project: Project, edits: tuple[Edit, ...], words: dict[str, str]
) -> int:
    from socialmap.pipeline.check import read_messages  # noqa: PLC0415
    from socialmap.pipeline.formatting import save  # noqa: PLC0415
    from socialmap.pipeline.trying import try_edits  # noqa: PLC0415
    from socialmap.report import write_text  # noqa: PLC0415

    messages = read_messages(options.lang or project.settings.editor_language)
    report = try_edits(project, edits, today=common.day(options, project), messages=messages)
    if report.failed:
        sys.stdout.write(f"\n{write_text(report)}\n{words['not_written']}\n")
        return common.PROBLEMS
    if not (options.yes or _agrees(words["write"].format(n=len(edits)))):
        sys.stdout.write(words["kept"] + "\n")
        return common.CLEAN
    save(edits, project.data)
    sys.stdout.write(words["written"].format(n=len(edits)) + "\n")
    return common.CLEAN


def _agrees(question: str) -> bool:
    return sys.stdin.isatty() and input(f"{question} ").strip().lower() in ("j", "ja", "y", "yes")
