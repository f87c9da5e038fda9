"""What there is to do in words, as text for a terminal or Markdown, and the mail that asks an organization about it.

Called with the tasks that were derived; the words stand in `report/tasks`, one file per language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

FOLDER = Path(__file__).parent / "tasks"
HOLES = ("title", "what", "remedy")


@dataclass(frozen=True, slots=True)
class TaskWords:
    """The words of one language: each kind of task, how links answered, states, languages, criteria and a few more."""

    kinds: Mapping[str, Mapping[str, str]]
    answers: Mapping[str, str]
    states: Mapping[str, str]
    languages: Mapping[str, str]
    criteria: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A task in words. `record` is as commands take it (`aanbod/x`), `mail` a `mailto:` address or empty.

    `change` and `confirm` are where the Git host opens the file, and a request to confirm; empty without such a host.
    `about` tells apart tasks of one kind about one record.
    """

    role: str
    role_name: str
    kind: str
    title: str
    record: str
    name: str
    what: str
    remedy: str
    due: str = ""
    url: str = ""
    mail: str = ""
    has_page: bool = False
    change: str = ""
    confirm: str = ""
    about: str = ""


def task_words(value: object) -> TaskWords:
    """The words in the value of a file in `tasks/`.

    Raises:
        TypeError: when the value is no table; the file is part of the program.
    """
    if not isinstance(value, Mapping):
        raise TypeError("the words of tasks are a table")
    return TaskWords(*(value[field.name] for field in fields(TaskWords)))


def describe(kind: str, facts: Mapping[str, str], *, words: TaskWords) -> tuple[str, str, str]:
    """The title, what is the matter and what to do, of a task with these facts."""
    told = {
        **facts,
        "answer": words.answers.get(facts.get("answer", ""), "").format_map({"target": facts.get("target", "")}),
        "state": words.states.get(facts.get("state", ""), ""),
        "language": words.languages.get(facts.get("language", ""), facts.get("language", "")),
        "criteria": " ".join(words.criteria[name]["reason"] for name in facts.get("criteria", "").split()),
        "fields": ", ".join(facts.get("fields", "").split()),
    }
    title, what, remedy = (words.kinds[kind][hole] for hole in HOLES)
    return title, what.format_map(told).strip(), remedy


def mail_address(address: str, *, name: str, url: str, role: str, words: TaskWords) -> str:
    """A `mailto:` address that opens a mail, ready to send, that asks whether the facts are still right (RFC 6068)."""
    subject = words.words["subject"].format(name=name)
    body = words.words["body"].format(name=name, url=url, role=role)
    local, _, domain = address.partition("@")
    return f"mailto:{quote(local, safe='')}@{domain}?subject={quote(subject)}&body={quote(body)}"


def write_tasks(lines: Iterable[Line], *, words: TaskWords) -> str:
    """The tasks as text, by role and by kind."""
    parts = [_role_text(role, tuple(group), words) for role, group in groupby(lines, key=lambda line: line.role_name)]
    return "\n\n".join(parts) or words.words["nothing"]


def write_tasks_markdown(lines: Iterable[Line], *, words: TaskWords) -> str:
    """The tasks as Markdown, by role and by kind: for the summary of a workflow or an issue per role."""
    parts = []
    for role, group in groupby(lines, key=lambda line: line.role_name):
        parts.append(f"## {role or words.words['nobody']}")
        for title, tasks in groupby(group, key=lambda line: line.title):
            parts.append(f"### {title}")
            parts.append("\n".join(_task_markdown(each, words) for each in tasks))
    return "\n\n".join(parts) or words.words["nothing"]


def _task_markdown(line: Line, words: TaskWords) -> str:
    ways = ((words.words["confirm"], line.confirm), (words.words["change"], line.change))
    links = "".join(f" [{word}]({address})" for word, address in ways if address)
    return f"- [ ] **{_plain(line.name)}** (`{line.record}`): {_plain(line.what)}{links}"


def counted(number: int, *, words: TaskWords) -> str:
    """So many tasks, in words."""
    return words.words["counted_one"] if number == 1 else words.words["counted"].format(n=number)


def _role_text(role: str, lines: tuple[Line, ...], words: TaskWords) -> str:
    head = f"{role or words.words['nobody']}: {counted(len(lines), words=words)}"
    parts = [f"{head}\n{'=' * len(head)}"]
    for title, group in groupby(lines, key=lambda line: line.title):
        tasks = tuple(group)
        shown = "\n".join(_task_text(each, words) for each in tasks)
        parts.append(f"{title} ({len(tasks)})\n{shown}\n  {tasks[0].remedy}")
    return "\n\n".join(parts)


def _task_text(line: Line, words: TaskWords) -> str:
    when = f" ({words.words['due'].format(date=line.due)})" if line.due else ""
    ways = ((words.words["confirm"], line.confirm), (words.words["change"], line.change))
    links = "".join(f"\n      {word}: {address}" for word, address in ways if address)
    return f"  {line.record}  {line.name}{when}\n      {line.what}{links}"


def _plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return "".join(f"\\{sign}" if sign in "\\*_[]<>#|" else sign for sign in " ".join(text.split()))
