/* Where the reader is in a text of opening hours, and the statements read so far, as `text/hours/cursor.py` does it. */
import { Clause, borrowDays, inherit, narrow } from './hours_clause.js';
import { Unreadable } from './hours_tokens.js';

const REFUSED = { unsupported: 'unsupported', fallback: 'unsupported', or: 'ambiguous' };

export class Cursor {
  constructor({ tokens, osm }) {
    Object.assign(this, { tokens, osm, i: 0, clauses: [], clause: new Clause(), joined: 'strong', scope: [] });
    Object.assign(this, { orByAppointment: false, sealed: false });
  }

  get here() {
    return this.tokens[this.i];
  }

  get next() {
    return this.tokens[this.i + 1];
  }

  /* Before the first token stands the end, as if the text went round. */
  get before() {
    return this.tokens.at(this.i - 1);
  }

  refuse({ kind, start, end }) {
    return new Unreadable(start, end, REFUSED[kind] ?? 'incomplete');
  }

  flush(joined) {
    const { clause } = this;
    if (clause.excepts && !clause.selects && !clause.spans.length) throw clause.blame();
    if (clause.speaks || clause.monthly) this.keep(clause);
    const opening = this.tokens[this.i + Number(['stop', 'line'].includes(this.here.kind))];
    this.clause = new Clause(opening.start, joined);
    this.clause.end = this.here.end;
  }

  get hangs() {
    return this.joined === '' && this.clause.spans.length > 0;
  }

  get inTail() {
    return !this.osm && this.clause.tight && this.clause.restricts;
  }

  follows(kind) {
    let i = this.i - 1;
    while (i > 0 && this.tokens[i].kind === 'noise') i -= 1;
    return i >= 0 && this.tokens[i].kind === kind;
  }

  narrows(clause, before) {
    if (this.osm || !clause.restricts || !before?.spans.length) return false;
    if (this.clauses.filter((one) => one.lends).length > 1 && !clause.bracketed) throw clause.blame();
    this.sealed ||= !clause.tight;
    narrow(before, clause);
    return true;
  }

  keep(clause) {
    const before = this.clauses.filter((one) => one.lends).at(-1);
    if (this.narrows(clause, before)) return;
    if (this.sealed && clause.lends) throw clause.blame();
    if (before && !this.osm && this.goesOn(clause, before)) return;
    if (this.scope.length && !clause.dates.length) clause.dates = [...this.scope];
    this.clauses.push(clause);
  }

  /* Whether the statement only gives its times to the one before. */
  goesOn(clause, before) {
    const { days, spans, state, comment, excepts } = clause;
    const unsaid = days.length && !(spans.length || state || comment || excepts);
    if (unsaid && clause.joined === 'weak' && before.spans.length) throw clause.blame();
    borrowDays(clause, this.clauses.filter((one) => one.lends && one.spans.length));
    const bare = spans.length > 0 && !clause.selects;
    if (bare && before.selects && !before.spans.length && before.state === null && !state) {
      Object.assign(before, { spans, comment: before.comment || comment });
      return true;
    }
    if (clause.joined === 'weak' || bare) inherit(clause, before, bare);
    return false;
  }

  split() {
    const { excepts, tight } = this.clause;
    this.flush('weak');
    return Object.assign(this.clause, { state: 'closed', excepts, listed: true, tight });
  }

  beside(days) {
    const [listed, also] = [this.joined === 'comma' && !this.osm, this.follows('and')];
    const clause = this.select();
    const other = days ? clause.dates.length > 0 : clause.days.length > 0 || clause.holidays.length > 0;
    const mixes = listed && other && !(clause.days.length && clause.dates.length);
    const closed = clause.state === 'closed';
    if (mixes && closed && !clause.spans.length && (also || clause.holidays.length)) return this.split();
    if (mixes && (also || closed)) throw new Unreadable(clause.start, this.here.end, 'ambiguous');
    return clause;
  }

  select() {
    let { clause } = this;
    const weak = this.joined === 'comma' && clause.spans.length > 0 && (clause.daysFirst || this.osm);
    const [hangs, also] = [this.hangs, this.follows('and')];
    if (clause.complete || weak || (this.osm && clause.spans.length)) {
      this.flush('weak');
      clause = Object.assign(this.clause, { tight: hangs, also, bracketed: this.follows('(') });
    }
    if (this.joined === 'comma' && clause.selects) clause.listed ||= clause.state === 'closed';
    clause.daysFirst ||= !clause.spans.length;
    this.joined = '';
    return clause;
  }
}
