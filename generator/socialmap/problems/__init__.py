"""What is wrong in data, as values: every floor above returns these and only the hosts turn them into an exit code."""

from socialmap.problems.problem import Origin, Path, Place, Problem, Severity, fault

__all__ = ["Origin", "Path", "Place", "Problem", "Severity", "fault"]
