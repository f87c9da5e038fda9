"""The guide's knowledge: which services fit what somebody answers, why, and what to ask. The browser knows the same."""

from socialmap.derive.guide.advice import Advice, Answers, Verdict, advise
from socialmap.derive.guide.facts import Facts, facts_of, plain_facts
from socialmap.derive.guide.steps import services_of_step

__all__ = ["Advice", "Answers", "Facts", "Verdict", "advise", "facts_of", "plain_facts", "services_of_step"]
