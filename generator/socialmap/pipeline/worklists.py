"""The work lists of a project: what there is to do, in words, per role; for the report command and the handbook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socialmap.catalogue import Catalogue, Key
from socialmap.derive import Derived
from socialmap.derive.tasks import Task, derive_tasks
from socialmap.exports.reminders import Reminder, reminder_uid, write_reminders, write_worklist
from socialmap.model import Organization, Service
from socialmap.pipeline.confirm_requests import request_address
from socialmap.pipeline.load import Data, derive
from socialmap.pipeline.named_links import broken_links
from socialmap.pipeline.project import Project
from socialmap.pipeline.urls import read_urls
from socialmap.problems import Problem
from socialmap.report.worklist import FOLDER, Line, TaskWords, describe, mail_address, task_words
from socialmap.sources.words import read_words
from socialmap.sources.yaml_reader import read_settings_yaml
from socialmap.text.git_hosts import GitHost, edit_pattern, filled
from socialmap.views.build_feedback import host_of
from socialmap.views.routes import PageKind, Routes

COLUMNS = ("role", "task", "record", "name", "what", "remedy", "date", "link", "change", "confirm")
PAGES: Mapping[str, PageKind] = {"service": "service", "organization": "organization", "location": "location"}
FIELDS = ("field", "fields")
CONFIRMED = frozenset(("expired", "old", "due", "unchecked"))
ASKED = CONFIRMED | {"quality"}


@dataclass(frozen=True)
class WorkList:
    """All tasks of a project in words, by role."""

    lines: tuple[Line, ...]
    words: TaskWords

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Line, ...]]:
        """The tasks of each role that has any; those of nobody under an empty name."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.role, []).append(line)
        return {role: tuple(lines) for role, lines in found.items()}

    def of(self, role: str) -> "WorkList":
        """The tasks of one role."""
        return WorkList(tuple(line for line in self.lines if line.role == role), self.words)


def make_worklist(
    project: Project,
    data: Data,
    *,
    today: date,
    problems: tuple[Problem, ...],
    language: str,
) -> WorkList:
    """The work list of a project on a day; `problems` are those its rules found.

    Which links did not answer is what somebody saw who last asked (`socialmap links`); nobody is asked now.
    """
    settings = project.settings
    derived = derive(data, settings=settings, today=today)
    broken = broken_links(project, data.catalogue)
    tasks = derive_tasks(
        data.catalogue, derived=derived, languages=settings.languages, problems=problems, broken=broken
    )
    words = read_task_words(language)
    teller = _Teller(project, data.catalogue, derived, words)
    return WorkList(tuple(teller.tell(task) for task in tasks), words)


def read_task_words(language: str) -> TaskWords:
    """The words of tasks in a language; English where there are none in it."""
    path = FOLDER / f"{language}.yml"
    known = path if path.is_file() else FOLDER / "en.yml"
    return task_words(read_settings_yaml(known.read_text("utf-8")))


def worklist_table(work: WorkList) -> bytes:
    """The tasks as a table for a spreadsheet."""
    header = [work.words.words[name] for name in COLUMNS]
    return write_worklist(header, (_row(line) for line in work.lines))


def _row(line: Line) -> tuple[str, ...]:
    told = (line.role_name, line.title, line.record, line.name, line.what, line.remedy)
    return *told, line.due, line.url, line.change, line.confirm


def worklist_calendar(work: WorkList, *, name: str, today: date) -> bytes:
    """The tasks that have a day as reminders; what should have been done before today is for today."""
    reminders = (
        Reminder(
            reminder_uid(each.kind, each.record, *([each.about] if each.about else [])),
            max(date.fromisoformat(each.due), today),
            f"{each.title}: {each.name}",
            "\n".join((each.what, each.remedy, *_ways(each, work.words.words))),
            each.url,
        )
        for each in work.lines
        if each.due
    )
    return write_reminders(reminders, name=name, stamp=today)


def _ways(line: Line, words: Mapping[str, str]) -> Iterator[str]:
    """Where to change the record or to say that it is right, each with its word."""
    if line.confirm:
        yield f"{words['confirm']}: {line.confirm}"
    if line.change:
        yield f"{words['change']}: {line.change}"


@dataclass(frozen=True)
class _Teller:
    """Puts tasks into words, with all that a line needs of the project."""

    project: Project
    catalogue: Catalogue
    derived: Derived
    words: TaskWords

    def tell(self, task: Task) -> Line:
        """A task as a line."""
        title, what, remedy = describe(task.kind, self._written(task.facts), words=self.words)
        url = self._address(task.key)
        role_name = self._role_name(task.role)
        return Line(
            role=task.role,
            role_name=role_name,
            kind=task.kind,
            title=title,
            record=f"{self._types[task.key[0]]}/{task.key[1]}",
            name=self._name(task.key),
            what=what,
            remedy=remedy,
            due=task.due.isoformat() if task.due else "",
            url=url,
            mail=self._mail(task, url, role_name),
            change=self._change(task.key),
            confirm=self._confirm(task),
            about=task.about,
            has_page=self._has_page(task.key),
        )

    def _written(self, facts: Mapping[str, str]) -> Mapping[str, str]:
        """The facts with fields as editors write them."""
        write = read_words(self.project.settings.editor_language).write_key
        named = {name: " ".join(write(each) for each in facts[name].split()) for name in FIELDS if name in facts}
        return {**facts, **named}

    @cached_property
    def _types(self) -> Mapping[str, str]:
        words = read_words(self.project.settings.editor_language)
        return {kind: names[0] for kind, names in words.types.items()}

    @cached_property
    def _routes(self) -> Routes:
        return Routes(read_urls(self.project), self.project.settings.language)

    def _name(self, key: Key) -> str:
        names = self.catalogue.records(key[0])[key[1]].name
        return names.get(self.project.settings.language) or next(iter(names.values()))

    def _role_name(self, role: str) -> str:
        return self._name(("role", role)) if role in self.catalogue.roles else role

    def _has_page(self, key: Key) -> bool:
        return key[0] in PAGES and not (key[0] == "location" and self.catalogue.locations[key[1]].confidential)

    def _address(self, key: Key) -> str:
        base = self.project.settings.site_url.rstrip("/")
        if not base or not self._has_page(key):
            return ""
        return f"{base}/{self._routes.route(PAGES[key[0]], key[1], language=self.project.settings.language)}"

    @cached_property
    def _host(self) -> GitHost | None:
        return host_of(self.project.settings)

    def _change(self, key: Key) -> str:
        """Where the host opens the record's file to edit, at its line where the file is a table."""
        if self._host is None:
            return ""
        origin = self.catalogue.origins[key]
        address = filled(edit_pattern(self._host), path=f"{self.project.settings.data}/{origin.file}")
        return f"{address}#L{origin.line}" if origin.row else address

    def _confirm(self, task: Task) -> str:
        """Where the host opens the request to confirm; only for what has to be checked and somebody keeps."""
        if self._host is None or not task.role or task.kind not in CONFIRMED:
            return ""
        record = f"{self._types[task.key[0]]}/{task.key[1]}"
        return request_address(self._host, record=record, by=task.role, words=self.words.words)

    def _mail(self, task: Task, url: str, role_name: str) -> str:
        """The mail to who offers it; only where asking helps and there is a function mailbox to ask."""
        address = self._mailbox(task.key) if task.kind in ASKED else None
        name = self._name(task.key)
        return mail_address(address, name=name, url=url, role=role_name, words=self.words) if address else ""

    def _mailbox(self, key: Key) -> str | None:
        record = self.catalogue.records(key[0])[key[1]]
        if isinstance(record, Organization):
            return record.email
        if not isinstance(record, Service):
            return None
        offered_by = self.catalogue.organizations.get(record.organization or "")
        return record.email or (offered_by.email if offered_by else None)
