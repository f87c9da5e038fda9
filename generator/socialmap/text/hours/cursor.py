"""Where the reader is in a text, and the statements that it has read so far; called by the handlers of the tokens."""

from socialmap.text.hours.clause import Clause, borrow_days, inherit, narrow
from socialmap.text.hours.tokens import Token, Tokens, UnreadableError
from socialmap.text.hours.values import Dates, Reason


class Cursor:
    """One pass over one text; `clauses` and `or_by_appointment` are what it leaves."""

    __slots__ = ("clause", "clauses", "i", "joined", "or_by_appointment", "osm", "scope", "sealed", "text", "tokens")

    def __init__(self, text: str, tokens: Tokens, /) -> None:
        self.text, self.tokens, self.osm = text, tokens.all, tokens.osm
        self.i = 0
        self.clauses: list[Clause] = []
        self.clause = Clause()
        self.joined = "strong"
        self.scope: list[Dates] = []
        self.or_by_appointment = self.sealed = False

    def refuse(self, token: Token) -> UnreadableError:
        """The error for a token that has no place here."""
        kinds: dict[str, Reason] = {"unsupported": "unsupported", "fallback": "unsupported", "or": "ambiguous"}
        return UnreadableError(token.start, token.end, kinds.get(token.kind, "incomplete"))

    def flush(self, joined: str) -> None:
        """End the statement; the next one hangs on it by `joined`."""
        if self.clause.excepts and not self.clause.selects and not self.clause.spans:
            raise self.clause.blame()
        if self.clause.speaks or self.clause.monthly:
            self._keep(self.clause)
        opening = self.tokens[self.i + (self.tokens[self.i].kind in ("stop", "line"))]
        self.clause = Clause(start=opening.start, joined=joined)
        self.clause.end = self.tokens[self.i].end

    @property
    def hangs(self) -> bool:
        """Whether what follows stands right behind a time, with no comma or stop between."""
        return self.joined == "" and bool(self.clause.spans)

    @property
    def in_tail(self) -> bool:
        """Whether the statement is, so far, a season or holidays after a complete one."""
        return not self.osm and self.clause.tight and self.clause.restricts

    def follows(self, kind: str) -> bool:
        """Whether a token of this kind stands before here, words without meaning aside."""
        i = self.i - 1
        while i > 0 and self.tokens[i].kind == "noise":
            i -= 1
        return i >= 0 and self.tokens[i].kind == kind

    def _narrows(self, clause: Clause, before: Clause | None) -> bool:
        """Take a season or holidays that stand after a statement as those of that statement, if it is clear which."""
        if self.osm or not clause.restricts or before is None or not before.spans:
            return False
        if len([each for each in self.clauses if each.lends]) > 1 and not clause.bracketed:
            raise clause.blame()
        self.sealed = self.sealed or not clause.tight
        narrow(before, clause)
        return True

    def _keep(self, clause: Clause) -> None:
        before = next((each for each in reversed(self.clauses) if each.lends), None)
        if self._narrows(clause, before):
            return
        if self.sealed and clause.lends:
            raise clause.blame()
        if before and not self.osm:
            self._refuse_timeless(clause, before)
            borrow_days(clause, [each for each in self.clauses if each.lends and each.spans])
            bare = bool(clause.spans) and not clause.selects
            if bare and before.selects and not before.spans and before.state is None and not clause.state:
                before.spans, before.comment = clause.spans, before.comment or clause.comment
                return
            if clause.joined == "weak" or bare:
                inherit(clause, before, whole=bare)
        if self.scope and not clause.dates:
            clause.dates = list(self.scope)
        self.clauses.append(clause)

    def split(self) -> Clause:
        """A new statement that closes as the current one does: "gesloten op feestdagen en 24 december"."""
        closing = self.clause
        self.flush("weak")
        self.clause.state, self.clause.excepts, self.clause.listed = "closed", closing.excepts, True
        self.clause.tight = closing.tight
        return self.clause

    def beside(self, *, days: bool) -> Clause:
        """The statement to add to; days beside dates after "en" would be read as both at once: closures are split."""
        listed, also = self.joined == "comma" and not self.osm, self.follows("and")
        clause = self.select()
        other = bool(clause.dates) if days else bool(clause.days or clause.holidays)
        mixes = listed and other and not (clause.days and clause.dates)
        if mixes and clause.state == "closed" and not clause.spans and (also or clause.holidays):
            return self.split()
        if mixes and (also or clause.state == "closed"):
            raise UnreadableError(clause.start, self.tokens[self.i].end, "ambiguous")
        return clause

    def _refuse_timeless(self, clause: Clause, before: Clause) -> None:
        """Days at the end of a list of days with times: "ma 9-12 en di" leaves open whether the times are theirs."""
        unsaid = clause.days and not (clause.spans or clause.state or clause.comment or clause.excepts)
        if unsaid and clause.joined == "weak" and before.spans:
            raise clause.blame()

    def select(self) -> Clause:
        """The statement that days at this place belong to: a new one when the current is complete."""
        clause = self.clause
        weak = self.joined == "comma" and bool(clause.spans) and (clause.days_first or self.osm)
        hangs, also = self.hangs, self.follows("and")
        if clause.complete or weak or (self.osm and clause.spans):
            self.flush("weak")
            self.clause.tight, self.clause.also = hangs, also
            self.clause.bracketed = self.follows("(")
        clause = self.clause
        if self.joined == "comma" and clause.selects:
            clause.listed = clause.listed or clause.state == "closed"
        clause.days_first = clause.days_first or not clause.spans
        self.joined = ""
        return clause
