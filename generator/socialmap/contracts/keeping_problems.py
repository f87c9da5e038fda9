"""Problems as plain JSON values and back, for what is kept between builds; called by the pipeline."""

from typing import Any

from socialmap.problems import Origin, Place, Problem


def problem_to_plain(problem: Problem) -> list[object]:
    """A problem as JSON can hold it."""
    place, origin = problem.place, problem.origin
    return [
        problem.code,
        [place.file, place.line, place.column, place.field],
        dict(problem.params),
        problem.suggestion,
        list(problem.path),
        [origin.file, origin.line, origin.row] if origin else None,
    ]


def problem_from_plain(plain: list[Any]) -> Problem:
    """The problem in what `problem_to_plain` gave."""
    code, place, params, suggestion, path, origin = plain
    return Problem(code, Place(*place), params, suggestion, tuple(path), Origin(*origin) if origin else None)
