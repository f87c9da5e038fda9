"""The canonical form of every YAML file and table of a project's data (EDITING §5).

Called by `socialmap fmt`, and by what changes a file that was in that form.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from socialmap.edit.diffs import Edit
from socialmap.edit.entries import find_comments
from socialmap.edit.forms import Form, make_form
from socialmap.edit.layout import lay_out
from socialmap.edit.saving import save_all
from socialmap.edit.table_layout import lay_out_table
from socialmap.pipeline.data_files import DataFile, data_files, search_files
from socialmap.pipeline.project import Project
from socialmap.sources.search_words import MAX_NODES
from socialmap.sources.words import Words, read_words
from socialmap.sources.yaml_nodes import read_nodes
from socialmap.sources.yaml_reader import read_yaml
from socialmap.text.tables import decode

HARMLESS = frozenset(("SM107",))


@dataclass(frozen=True, slots=True)
class Formatted:
    """What the canonical form changes, and the files that cannot be read, which stay as they are."""

    edits: tuple[Edit, ...]
    unread: tuple[str, ...]


class LostError(Exception):
    """The canonical form of a file would say something else; a fault of the program, and nothing is written."""


def format_project(project: Project) -> Formatted:
    """What the canonical form would change in a project; writes nothing."""
    words = read_words(project.settings.editor_language)
    edits: list[Edit] = []
    unread: list[str] = []
    for each in (*data_files(project.data, words), *search_files(project.data)):
        before = (project.data / each.file).read_bytes()
        if each.is_table:
            after = lay_out_table(before)
        else:
            form = make_form(each.shape, words.key_table)
            done = format_text(before, file=each.file, form=form, pinned=each.is_list)
            after = done.encode() if done is not None else None
        if after is None:
            unread.append(each.file)
        elif after != before:
            edits.append(Edit(each.file, decode(before), after.decode()))
    return Formatted(tuple(sorted(edits)), tuple(sorted(unread)))


def format_text(content: bytes, *, file: str, form: Form, pinned: bool = False) -> str | None:
    """The canonical form of a file, or nothing when it cannot be read or holds no records.

    With `pinned` its lists stay on one line or on several as they are.

    Raises:
        LostError: when the form does not read back as the same values with the same comments.
    """
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    document = read_yaml(text, file=file, nodes=MAX_NODES)
    if any(problem.code not in HARMLESS for problem in document.problems):
        return None
    root = read_nodes(text)
    if root is None or root.kind == "scalar":
        return text
    done = lay_out(text, root, form, pinned=pinned)
    if read_yaml(done, file=file, nodes=MAX_NODES).value != document.value or _comments(done) != _comments(text):
        raise LostError(file)
    return done


def save(edits: tuple[Edit, ...], root: Path) -> None:
    """Write what edits change below a folder: all or nothing.

    Raises:
        OSError: when a file cannot be written; then none is changed.
    """
    save_all({root / edit.file: edit.content for edit in edits})


def _comments(text: str) -> Counter[str]:
    root = read_nodes(text)
    return Counter(comment.text for comment in find_comments(text, root)[1]) if root else Counter()


def stay_canonical(edits: Iterable[Edit], project: Project) -> tuple[Edit, ...]:
    """The edits, in which a file that was in the canonical form still is; one that was not is changed no further."""
    words = read_words(project.settings.editor_language)
    shapes = {each.file: each for each in data_files(project.data, words) if not each.is_table}
    return tuple(_canonical(edit, shapes.get(edit.file), words) for edit in edits)


def _canonical(edit: Edit, known: DataFile | None, words: Words) -> Edit:
    if known is None:
        return edit
    form = make_form(known.shape, words.key_table)
    before, after = (
        format_text(text.encode(), file=edit.file, form=form, pinned=known.is_list)
        for text in (edit.before, edit.after)
    )
    return replace(edit, after=after) if before == edit.before and after is not None else edit
