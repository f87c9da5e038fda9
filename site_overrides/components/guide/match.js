/*
 * What the guide says of each service once somebody answered: why it fits, what to ask, or the fact that excludes it.
 * Only facts exclude. The same as `derive/guide/advice.py`; a test gives both the same cases. No DOM in here.
 *
 * A service is `{ id, low, high, areas, places, groups, cost, … }`, what is not known left out; answers are
 * `{ groups, age, neighbourhood, obstacles }`; `today` is an ISO date.
 */

const AT_HOME = ['home_visit', 'phone', 'chat', 'whatsapp', 'email', 'online'];
const ONLINE = ['email', 'website', 'digid', 'app'];
const NOTHING = {
  low: 0, high: 120, areas: [], places: [], groups: [], cost: '', city_pass: false, threshold: '', offline: false,
  languages: [], interpreter: false, access: [], hours: '', full: false, paused: false, closed: ['', ''],
};

/* The verdicts `{ id, excluded, why, ask, beside }`: what fits first, the most reasons and fewest questions in front. */
export function advise(services, answers, today) {
  const verdicts = services.map((service) => judge({ ...NOTHING, ...service }, answers, today));
  return verdicts.sort((one, other) => Boolean(one.excluded) - Boolean(other.excluded) || rank(one) - rank(other));
}

function rank({ ask, why }) {
  return ask.length - 2 * why.length;
}

function judge(facts, answers, today) {
  const excluded = whatExcludes(facts, answers, today);
  if (excluded) return { id: facts.id, excluded, why: [], ask: [], beside: false };
  const why = [...whyForAll(facts, answers), ...whyForYou(facts, answers)];
  return { id: facts.id, excluded: '', why, ask: toAsk(facts, answers), beside: needsCompany(facts, answers) };
}

function whatExcludes({ paused, closed: [from, until], low, high, areas }, { age, neighbourhood }, today) {
  if (paused || (until && from <= today && today <= until)) return 'closed';
  if (age && (age[1] < low || age[0] > high)) return 'age';
  return neighbourhood && areas.length && !areas.includes(neighbourhood) ? 'area' : '';
}

function whyForAll({ cost, access, threshold }, { obstacles }) {
  const digital = obstacles.includes('internet') || obstacles.includes('digid');
  return chosen([
    [cost === 'free', ['free']],
    [access.includes('walk_in'), ['walk_in']],
    [access.includes('home_visit'), ['home_visit']],
    [threshold === 'none' && !digital, ['no_internet']],
  ]);
}

function whyForYou(facts, { groups, neighbourhood, obstacles }) {
  const near = neighbourhood && [...facts.places, ...facts.areas].includes(neighbourhood);
  const has = (name) => obstacles.includes(name);
  return chosen([
    ...facts.groups.map(([term]) => [groups.includes(term), ['group', term]]),
    [near, ['near', neighbourhood]],
    [has('internet') && (facts.threshold === 'none' || facts.offline), ['without_internet']],
    [has('digid') && withoutDigid(facts), ['without_digid']],
    ...(has('dutch') ? spoken(facts) : []),
    [has('money') && facts.city_pass, ['city_pass']],
    [has('transport') && atHome(facts), ['from_home']],
  ]);
}

function spoken({ languages, interpreter }) {
  const others = languages.filter((language) => language !== 'nl');
  return [[others.length, ['languages', ...others]], [interpreter, ['interpreter']]];
}

function toAsk(facts, answers) {
  return [
    ...askWho(facts, answers), ...askObstacles(facts, answers),
    ...chosen([
      [facts.full, ['room']],
      [facts.access.includes('referral'), ['referral']],
      [!facts.hours, ['hours']],
    ]),
  ];
}

function askWho({ groups, low, high, areas }, answers) {
  const only = groups.filter(([, admission]) => admission === 'only').map(([term]) => term);
  const fits = answers.age && low <= answers.age[0] && answers.age[1] <= high;
  return chosen([
    [only.length && !only.some((term) => answers.groups.includes(term)), ['only', ...only]],
    [(low > 0 || high < 120) && !fits, ['age', String(low), String(high)]],
    [areas.length && !answers.neighbourhood, ['area', ...areas]],
  ]);
}

function askObstacles(facts, { obstacles, neighbourhood }) {
  const has = (name) => obstacles.includes(name);
  const near = neighbourhood && facts.places.includes(neighbourhood);
  return chosen([
    [has('internet') && facts.threshold !== 'none' && !facts.offline, ['internet']],
    [has('digid') && !withoutDigid(facts), ['digid']],
    [has('dutch') && !facts.interpreter && facts.languages.every((language) => language === 'nl'), ['language']],
    [has('money') && facts.cost !== 'free', ['cost']],
    [has('transport') && !atHome(facts) && !near, ['transport']],
  ]);
}

function needsCompany({ threshold }, { obstacles }) {
  return ONLINE.includes(threshold) && ['internet', 'digid', 'dutch'].some((name) => obstacles.includes(name));
}

function withoutDigid({ threshold, offline }) {
  return !['', 'digid'].includes(threshold) || offline;
}

function atHome({ access }) {
  return access.some((way) => AT_HOME.includes(way));
}

function chosen(pairs) {
  return pairs.filter(([holds]) => holds).map(([, reason]) => reason);
}
