import { readFileSync } from 'node:fs';
import { ALARMS } from '../../../src/domain/alarms';
import { TIMERS } from '../../../src/domain/time';
import { reasonText, whyOf } from '../../../web/thread/why';
import { en } from '../../../web/words/en';
import { es } from '../../../web/words/es';
import { ptBr } from '../../../web/words/pt-br';

const LANGUAGES = { en, es, ptBr };
const MARTA = { from: null, to: { id: 'a1', name: 'Marta Oliveira' } };
const clock = (at: string): string => at.slice(11, 16);

const ROUTED = {
  rule: 'round_robin',
  facts: { priority: 'high', waitingSince: '2026-11-23T10:02:00.000Z', load: 4, capacity: 8 },
  passedOver: [
    { agentId: 'a2', name: 'Ana Ruiz', why: 'away since 09:58' },
    { agentId: 'a3', name: 'Luis Prado', why: '8 of 8' },
  ],
};

it('shows who was chosen, who was passed over and why, and the rule with what else was seen', () => {
  expect(whyOf({ decision: ROUTED, assignee: MARTA }, en, clock)).toEqual({
    rows: [
      { kind: 'chosen', name: 'Marta Oliveira', says: 'online, 4 of 8 tickets. Longest without a new one.' },
      { kind: 'passed', name: 'Ana Ruiz', says: 'away since 09:58' },
      { kind: 'passed', name: 'Luis Prado', says: 'full: 8 of 8 tickets' },
    ],
    foot: 'Rule: round robin. Priority: High. Waited since: 10:02.',
  });
});

it('shows what a timer saw, in words and moments', () => {
  const facts = { acceptedAt: '2026-11-23T10:24:00.000Z', idleAfter: 'PT30M', dueAt: '2026-11-23T10:54:00.000Z' };
  expect(whyOf({ decision: { rule: 'idle', facts }, assignee: null }, en, clock)?.rows).toEqual([
    { kind: 'fact', name: 'Our last message went out', says: '10:24' },
    { kind: 'fact', name: 'Goes idle after', says: '30 min' },
    { kind: 'fact', name: 'Was due', says: '10:54' },
  ]);
});

it('tells the two reasons apart for which a bot hands over', () => {
  const foot = (facts: Record<string, unknown>) => whyOf({ decision: { rule: 'handed_off', facts }, assignee: null }, en, clock)?.foot;
  expect(foot({ botId: 'b1', matched: [2], misses: 0 })).toBe('A rule of the bot says: hand over.');
  expect(foot({ botId: 'b1', matched: [], misses: 3 })).toBe('The bot hands over when it does not understand.');
});

it('shows no identifiers, and nothing where nothing was decided', () => {
  const facts = { reason: 'ticket_open', askedInTurn: 4, turn: 5, messageId: 'm-77', botId: 'b1', assigneeId: 'a1' };
  expect(whyOf({ decision: { rule: 'bot_silenced', facts }, assignee: null }, en, clock)?.rows).toEqual([
    { kind: 'fact', name: 'Reason', says: 'a person had the ticket' },
  ]);
  expect(whyOf({ decision: null, assignee: null }, en, clock)).toBeNull();
});

describe.each(Object.entries(LANGUAGES))('in %s', (language, words) => {
  const sources = ['routing', 'why-routed', 'eligible', 'passing', 'alarms', 'conversation']
    .map((file) => readFileSync(`src/domain/${file}.ts`, 'utf8'))
    .join('\n');

  it('every rule has its line', () => {
    const rules = [...TIMERS, ...[...sources.matchAll(/rule(?:: |\s===\s)'([a-z_]+)'/g)].map(([, rule]) => rule ?? '')];
    expect(rules).toEqual(expect.arrayContaining(['sticky', 'nobody_free', 'outside_hours', 'waits_for_last_agent', 'manual']));
    expect(
      [...rules, ...ALARMS, 'round_robin', 'least_busy', 'handed_off', 'bot_failed', 'bot_silenced'].filter(
        (rule) => !words.thread.why.rules[rule],
      ),
    ).toEqual([]);
  });

  it('every fact that a timer sees has its name', () => {
    const table = sources.slice(sources.indexOf('const FACTS'));
    const facts = [...table.matchAll(/[({,] ?([a-zA-Z]+): [tp]\./g)].map(([, fact]) => fact ?? '');
    expect(facts).toEqual(expect.arrayContaining(['acceptedAt', 'idleAfter', 'closeUnassignedAfter']));
    expect([...facts, 'dueAt', 'since', 'presence'].filter((fact) => !words.thread.why.facts[fact])).toEqual([]);
  });

  it('every reason for passing somebody over is said in the language', () => {
    const reasons = [
      'away since 14:02',
      'offline since 09:00',
      'it was given back',
      '5 of 5',
      'had a ticket more recently',
      'did not handle this customer last',
      'busier: 3 of 5',
      'not in the team Sales',
      'outside working hours until Mon 09:00',
      'outside working hours',
      'it waits for Ana until 14:02',
    ];
    const said = reasons.map((reason) => reasonText(reason, words));
    if (language !== 'en') expect(said.filter((text, index) => text === reasons[index])).toEqual([]);
    expect(said).toEqual(said.filter((text) => text !== ''));
    expect(new Set(said).size).toBe(reasons.length);
  });
});
