"""Raw values to records, with every fault of pydantic as a problem of ours; called by the pipeline for each record."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MINYEAR, date, timedelta
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from socialmap.contracts.pydantic_codes import CODES
from socialmap.model.fields import SLUG_PATTERN
from socialmap.model.shape import FieldShape, field_at, shape_of
from socialmap.problems import Origin, Path, Place, Problem
from socialmap.text.words import nearest, slugify

Model = TypeVar("Model", bound=BaseModel)
SHOWN = 80
SHORT_YEAR = re.compile(r"^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$")
SHEET_START = date(1899, 12, 30)
SHEET_DAYS = range(36_526, 73_051)
ISO_DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
FORMS = {"model_type": "group", "dict_type": "group", "tuple_type": "list", "list_type": "list"}
BOUNDS = {
    "ge": "at_least",
    "gt": "more_than",
    "le": "at_most",
    "lt": "less_than",
    "max_length": "at_most",
    "min_length": "at_least",
}
PATTERN_CODES = ((SLUG_PATTERN, "SM215"), ("^https?", "SM213"), ("^[A-Za-z0-9._+-]+@", "SM214"))


def validate(model: type[Model], values: Mapping[str, object], *, origin: Origin) -> Model | tuple[Problem, ...]:
    """The record in these values, or one problem for each fault in them, placed by path."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        return tuple(_problems(_causes(error.errors(include_url=False)), model, origin))


def _causes(errors: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors without `too_short` of a collection that only is so because its parts were refused."""
    for error in errors:
        path = error["loc"]
        inside = (other["loc"][: len(path)] == path and len(other["loc"]) > len(path) for other in errors)
        if error["type"] != "too_short" or not any(inside):
            yield error


def _problems(errors: Iterable[ErrorDetails], model: type[BaseModel], origin: Origin) -> Iterable[Problem]:
    shape = shape_of(model)
    for error in errors:
        path = tuple(step for step in error["loc"] if step != "[key]")
        field = field_at(shape, path)
        yield Problem(
            code=_code(error),
            place=Place(origin.file, origin.line if origin.row else 0),
            params=_params(error, path, field),
            suggestion=_suggestion(error, field),
            path=path,
            origin=origin,
        )


def _code(error: ErrorDetails) -> str:
    if error["type"] != "string_pattern_mismatch":
        return CODES[error["type"]]
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    return next((code for start, code in PATTERN_CODES if pattern.startswith(start)), CODES[error["type"]])


def _params(error: ErrorDetails, path: Path, field: FieldShape | None) -> dict[str, str]:
    value = error["input"]
    context = error.get("ctx", {})
    shown = {key: str(part) for key, part in context.items() if isinstance(part, str | int | float)}
    return {
        **shown,
        **_bound(context),
        **(_date_case(value) if _code(error) == "SM210" else {}),
        "value": str(value)[:SHOWN] if isinstance(value, str | int | float) else "",
        "key": next((str(step) for step in reversed(path) if isinstance(step, str)), ""),
        "form": FORMS.get(error["type"], "text"),
        "words": ", ".join(field.words) if field is not None else "",
    }


def _date_case(written: object) -> dict[str, str]:
    """What is wrong with a date: a year of two digits, a spreadsheet's number, a day that its month does not have."""
    short = SHORT_YEAR.match(str(written))
    if short:
        return {"case": "short_year", "full": f"{short[1]}20{short[2]}"}
    serial = str(written)
    if serial.isdecimal() and int(serial) in SHEET_DAYS:
        return {"case": "sheet_day", "day": (SHEET_START + timedelta(days=int(serial))).isoformat()}
    day = ISO_DAY.match(str(written))
    if not day or int(day[2]) not in range(1, len(month_name)) or int(day[1]) < MINYEAR:
        return {}
    days = monthrange(int(day[1]), int(day[2]))[1]
    month = {"month": f"month_{int(day[2])}", "days": str(days), "year": day[1]}
    return {"case": "month_days", **month} if int(day[3]) > days else {}


def _bound(context: Mapping[str, object]) -> dict[str, str]:
    found = ((BOUNDS[key], f"{limit:g}") for key, limit in context.items() if key in BOUNDS)
    return next(({"bound": bound, "limit": limit} for bound, limit in found), {})


def _suggestion(error: ErrorDetails, field: FieldShape | None) -> str:
    given = error.get("ctx", {}).get("suggestion")
    if isinstance(given, str):
        return given
    if error["type"] == "literal_error" and field is not None:
        return nearest(str(error["input"]), field.words)
    if _code(error) == "SM215" and "/" not in str(error["input"]):
        return slugify(str(error["input"]))
    return ""
