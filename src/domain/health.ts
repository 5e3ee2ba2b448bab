import type { HealthFacts, HealthState, Severity } from './health-facts';
import { HEALTH_RULES, type HealthCode, type HealthRule, type Told } from './health-rules';
import type { Instant } from './ticket';

export interface HealthProblem {
  readonly code: HealthCode;
  readonly since: Instant;
  readonly facts: Told;
}

const RULES = Object.entries(HEALTH_RULES) as [HealthCode, HealthRule][];

/** A turn from good to bad or back, with what was wrong then. */
export interface Turn {
  readonly at: Instant;
  readonly state: HealthState;
  readonly problems: readonly HealthCode[];
}

/** What judging needs to know of the time before. */
export interface HealthMemory {
  /** What holds, but not for long enough yet; and what is gone, but not for long enough. */
  readonly rising: Readonly<Partial<Record<HealthCode, Instant>>>;
  readonly falling: Readonly<Partial<Record<HealthCode, Instant>>>;
  /** Newest first. */
  readonly history: readonly Turn[];
}

export interface Health {
  readonly state: HealthState;
  readonly since: Instant;
  readonly problems: readonly HealthProblem[];
  readonly memory: HealthMemory;
}

const MOST_TURNS = 50;

export const newHealth = (now: Instant): Health => ({
  state: 'unknown',
  since: now,
  problems: [],
  memory: { rising: {}, falling: {}, history: [] },
});

/** How the channel is now. What comes and goes within its `hold` and `clear` is never told. */
export function judge(before: Health, facts: HealthFacts, now: Instant): Health {
  const found = RULES.map(([code, rule]) => judgeOne(code, rule, before, rule.when(facts, now), now));
  const problems = found.flatMap(({ problem }) => problem ?? []);
  const rising = Object.fromEntries(found.flatMap(({ code, rises }) => (rises === null ? [] : [[code, rises]])));
  const falling = Object.fromEntries(found.flatMap(({ code, falls }) => (falls === null ? [] : [[code, falls]])));
  const state = stateOf(facts, problems);
  const turned = state !== before.state;
  const turn = { at: now, state, problems: problems.filter(({ code }) => severityOf(code) === 'bad').map(({ code }) => code) };
  const history = turned ? [turn, ...before.memory.history].slice(0, MOST_TURNS) : before.memory.history;
  return { state, since: turned ? now : before.since, problems, memory: { rising, falling, history } };
}

function judgeOne(code: HealthCode, { hold, clear }: HealthRule, { problems, memory }: Health, told: Told | null, now: Instant) {
  const known = problems.find((problem) => problem.code === code);
  const none = { code, problem: null, rises: null, falls: null };
  if (told) {
    const since = known?.since ?? memory.rising[code] ?? now;
    return known || now - since >= hold ? { ...none, problem: { code, since, facts: told } } : { ...none, rises: since };
  }
  if (!known) return none;
  const falls = memory.falling[code] ?? now;
  return now - falls >= clear ? none : { ...none, problem: known, falls };
}

function stateOf({ account, lastEventAt, lastSentAt }: HealthFacts, problems: readonly HealthProblem[]): HealthState {
  if (problems.some(({ code }) => severityOf(code) === 'bad')) return 'bad';
  return account || lastEventAt !== null || lastSentAt !== null ? 'good' : 'unknown';
}

export const severityOf = (code: HealthCode): Severity => HEALTH_RULES[code].severity;

/** A problem in words, and what to do about it. */
export function wordsOf({ code, facts }: HealthProblem): { readonly says: string; readonly do: string } {
  const rule: HealthRule = HEALTH_RULES[code];
  return { says: `${rule.says(facts).replace(/\.$/, '')}.`, do: typeof rule.do === 'string' ? rule.do : rule.do(facts) };
}

/** Whether somebody who watches the channel should be told: it is bad or good now, or something else is wrong than was. */
export const isNews = (before: Health, now: Health): boolean =>
  before.state !== now.state || before.problems.map(({ code }) => code).join() !== now.problems.map(({ code }) => code).join();
