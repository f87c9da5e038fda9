"""Where the reader is in a text, and the statements that it has read so far; called by the handlers of the tokens."""

from socialmap.text.hours.clause import Clause, inherit
from socialmap.text.hours.tokens import Token, Tokens, UnreadableError
from socialmap.text.hours.values import Dates, Reason


class Cursor:
    """One pass over one text; `clauses` and `or_by_appointment` are what it leaves."""

    __slots__ = ("clause", "clauses", "i", "joined", "or_by_appointment", "osm", "scope", "text", "tokens")

    def __init__(self, text: str, tokens: Tokens, /) -> None:
        self.text, self.tokens, self.osm = text, tokens.all, tokens.osm
        self.i = 0
        self.clauses: list[Clause] = []
        self.clause = Clause()
        self.joined = "strong"
        self.scope: list[Dates] = []
        self.or_by_appointment = False

    def refuse(self, token: Token) -> UnreadableError:
        """The error for a token that has no place here."""
        kinds: dict[str, Reason] = {"unsupported": "unsupported", "fallback": "unsupported", "or": "ambiguous"}
        return UnreadableError(token.start, token.end, kinds.get(token.kind, "incomplete"))

    def flush(self, joined: str) -> None:
        """End the statement; the next one hangs on it by `joined`."""
        if self.clause.speaks or self.clause.monthly:
            self._keep(self.clause)
        elif self.clause.excepts:
            raise self.clause.blame()
        self.clause = Clause(start=self.tokens[self.i].start, joined=joined)
        self.clause.end = self.tokens[self.i].end

    def _keep(self, clause: Clause) -> None:
        before = next((each for each in reversed(self.clauses) if each.lends), None)
        if before and not self.osm:
            bare = bool(clause.spans) and not clause.selects
            if bare and before.selects and not before.spans and before.state is None and not clause.state:
                before.spans, before.comment = clause.spans, before.comment or clause.comment
                return
            if clause.joined == "weak" or bare:
                inherit(clause, before, whole=bare)
        if self.scope and not clause.dates:
            clause.dates = list(self.scope)
        self.clauses.append(clause)

    def select(self) -> Clause:
        """The statement that days at this place belong to: a new one when the current is complete."""
        clause = self.clause
        weak = self.joined == "comma" and bool(clause.spans)
        if clause.complete or weak or (self.osm and clause.spans):
            self.flush("weak")
        clause = self.clause
        if self.joined == "comma" and clause.selects:
            clause.listed = clause.listed or clause.state == "closed"
        clause.days_first = clause.days_first or not clause.spans
        self.joined = ""
        return clause
