"""HSDS schedules as hours the way editors write them; a recurrence that does not fit stays as a sentence."""

from collections.abc import Iterable
from typing import Final

from socialmap.imports.hsds_files import Node

DAYS: Final = {"MO": "ma", "TU": "di", "WE": "wo", "TH": "do", "FR": "vr", "SA": "za", "SU": "zo"}
NTH: Final = {"1": "1e", "2": "2e", "3": "3e", "4": "4e", "-1": "laatste"}
LIMITS: Final = ("count", "until", "byweekno", "bymonthday", "byyearday", "valid_to")


def schedule_texts(schedules: Iterable[Node]) -> tuple[str, tuple[str, ...]]:
    """The hours of all schedules that repeat without end, and sentences for the others."""
    hours: list[str] = []
    told: list[str] = []
    for schedule in schedules:
        read = _hours(schedule)
        if read:
            hours.append(read)
        else:
            told.append(_sentence(schedule))
    return "; ".join(hours), tuple(sentence for sentence in told if sentence)


def _hours(schedule: Node) -> str:
    if any(schedule.get(name) for name in LIMITS) or str(schedule.get("interval") or "1") != "1":
        return ""
    times = _times(schedule)
    days = [day for code in _text(schedule, "byday").split(",") if (day := _day(code.strip(), schedule))]
    return f"{','.join(days)} {times}" if days and times else ""


def _day(code: str, schedule: Node) -> str:
    name, nth = DAYS.get(code[-2:], ""), code[:-2]
    if not nth and _text(schedule, "freq") == "WEEKLY":
        return name
    monthly = nth in NTH and name and _text(schedule, "freq") == "MONTHLY"
    return f"{NTH[nth]} {name} van de maand" if monthly else ""


def _times(schedule: Node) -> str:
    opens, closes = _text(schedule, "opens_at")[:5], _text(schedule, "closes_at")[:5]
    return f"{opens}-{closes}" if opens and closes else ""


def _sentence(schedule: Node) -> str:
    parts = (_text(schedule, "description"), _text(schedule, "notes"))
    return " ".join(part for part in parts if part) or f"{_text(schedule, 'byday')} {_times(schedule)}".strip()


def _text(schedule: Node, name: str) -> str:
    value = schedule.get(name)
    return "" if value is None or isinstance(value, list | dict) else str(value).strip()
