"""What must hold for the records together; each rule is a pure function that gives the problems it finds."""

from socialmap.rules.all_rules import apply_record_rules, apply_rules, apply_rules_of_all
from socialmap.rules.facts import Facts

__all__ = ["Facts", "apply_record_rules", "apply_rules", "apply_rules_of_all"]
