import type { TicketEvent } from '../api/types';
import type { Words } from '../words/en';
import { durationText } from './sentences';

export interface WhyRow {
  readonly kind: 'chosen' | 'passed' | 'fact';
  readonly name: string;
  readonly says: string;
}

export interface Why {
  readonly rows: readonly WhyRow[];
  /** The rule in one line, and what else was seen where the rows are people. */
  readonly foot: string;
}

type Decision = NonNullable<TicketEvent['decision']>;

/** Who or what was chosen, who was passed over and why, the facts that were seen, and the rule; null when nothing was decided. */
export function whyOf(
  { decision, assignee }: Pick<TicketEvent, 'decision' | 'assignee'>,
  words: Words,
  moment: (at: string) => string,
): Why | null {
  if (!decision) return null;
  const { why } = words.thread;
  const chosen = assignee?.to && 'load' in decision.facts ? [chosenRow(assignee.to.name, decision, words)] : [];
  const passed = (decision.passedOver ?? []).map(
    ({ name, why: reason }): WhyRow => ({ kind: 'passed', name, says: reasonText(reason, words) }),
  );
  const facts = factRows(decision, words, moment);
  const rule = why.rules[ruleOf(decision)] ?? '';
  if (chosen.length === 0) return { rows: [...passed, ...facts], foot: rule };
  return { rows: [...chosen, ...passed], foot: [rule, ...facts.map(({ name, says }) => why.fact(name, says))].join(' ') };
}

function chosenRow(name: string, { rule, facts: { load, capacity } }: Decision, { thread: { why } }: Words): WhyRow {
  const because = why.because[rule] ?? '';
  return { kind: 'chosen', name, says: `${why.chosen(why.load(Number(load), Number(capacity)))} ${because}`.trim() };
}

/** A bot hands over for one of two reasons. */
function ruleOf({ rule, facts }: Decision): string {
  const missed = rule === 'handed_off' && Number(facts.misses) > 0;
  return missed ? 'not_understood' : rule;
}

type Reason = readonly [RegExp, (found: readonly string[], words: Words['thread']['why']) => string];

/** What the desk writes beside those it passed over, in the reader's language. */
// biome-ignore format: a table is read in columns
const REASONS: readonly Reason[] = [
  [/^(\d+) of (\d+)$/,                     ([, load, capacity], why) => why.passedOver.full(why.load(Number(load), Number(capacity)))],
  [/^away since (.+)$/,                    ([, time = ''], why) => why.passedOver.away(time)],
  [/^offline since (.+)$/,                 ([, time = ''], why) => why.passedOver.offline(time)],
  [/^it was given back$/,                  (_, why) => why.passedOver.gaveBack],
  [/^had a ticket more recently$/,         (_, why) => why.passedOver.recent],
  [/^did not handle this customer last$/,  (_, why) => why.passedOver.notLast],
  [/^busier: (\d+) of (\d+)$/,             ([, load, capacity], why) => why.passedOver.busier(why.load(Number(load), Number(capacity)))],
  [/^not in the team (.+)$/,               ([, team = ''], why) => why.passedOver.notInTeam(team)],
  [/^outside working hours(?: until (.+))?$/, ([, until = ''], why) => why.passedOver.offHours(until)],
  [/^it waits for (.+) until (.+)$/,       ([, name = '', until = ''], why) => why.passedOver.keptFor(name, until)],
];

export function reasonText(reason: string, { thread: { why } }: Words): string {
  for (const [pattern, say] of REASONS) {
    const found = pattern.exec(reason);
    if (found) return say(found, why);
  }
  return reason;
}

const MOMENT = /^\d{4}-\d\d-\d\dT/;
const DURATION = /^P[\dT]/;
/** Said in the row of who was chosen, or of use to nobody but programs. */
const SILENT: ReadonlySet<string> = new Set(['load', 'capacity', 'botId', 'assigneeId', 'messageId', 'turn', 'askedInTurn', 'matched']);

function factRows({ facts }: Decision, words: Words, moment: (at: string) => string): WhyRow[] {
  return Object.entries(facts).flatMap(([fact, value]): WhyRow[] => {
    const name = words.thread.why.facts[fact];
    const says = SILENT.has(fact) ? '' : factText(fact, value, words, moment);
    return name === undefined || says === '' ? [] : [{ kind: 'fact', name, says }];
  });
}

function factText(fact: string, value: unknown, words: Words, moment: (at: string) => string): string {
  const { values } = words.thread.why;
  if (fact === 'priority') return words.common.priorities[String(value)] ?? String(value);
  if (typeof value === 'boolean') return (value ? values.yes : values.no) ?? '';
  if (typeof value === 'number') return value === 0 ? '' : String(value);
  if (typeof value !== 'string') return '';
  if (MOMENT.test(value)) return moment(value);
  if (DURATION.test(value)) return durationText(value, words);
  return values[value] ?? '';
}
