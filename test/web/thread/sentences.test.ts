import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAUSES, TRANSITIONS } from '../../../src/domain/transitions';
import type { TicketEvent } from '../../../web/api/types';
import { plainOf } from '../../../web/thread/marks';
import { iconOf, sentenceOf } from '../../../web/thread/sentences';
import { en } from '../../../web/words/en';
import { es } from '../../../web/words/es';
import { ptBr } from '../../../web/words/pt-br';
import { anEvent } from './a-message';

const LANGUAGES = { en, es, ptBr };
const LUIS = { id: 'a2', name: 'Luis Prado' };
const MARTA = { id: 'a1', name: 'Marta Oliveira' };
const BY_LUIS = { kind: 'agent', ...LUIS } as const;

const say = (event: TicketEvent | TicketEvent[], words = en, meId = 'nobody'): string =>
  plainOf(
    sentenceOf(Array.isArray(event) ? event : [event], {
      words,
      meId,
      customer: 'Elena',
      stageName: (key) => (key === 'parts' ? 'Waiting for parts' : key),
      fieldName: (key) => (key === 'order' ? 'Order' : key),
      moment: () => '09:00',
    }),
  );

/** Every cause that the code can write on an event, as its source says it. */
function everyCause(): string[] {
  const files = ['src/domain', 'src/actions'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  );
  const source = files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(file, 'utf8'));
  const written = source.flatMap((text) => [...text.matchAll(/\bcause(?:: |\s=\s)((?:[^,}\n]*?\? )?)'([a-z_]+)'(?: : '([a-z_]+)')?/g)]);
  return [...new Set([...CAUSES, ...written.flatMap((found) => [found[2], found[3]].filter((cause) => cause !== undefined))])];
}

describe.each(Object.entries(LANGUAGES))('in %s', (_, words) => {
  const keys = Object.keys(words.thread.events);

  it('every transition has its sentence', () => {
    const moves = TRANSITIONS.flatMap(({ causes, to }) => causes.map((cause) => anEvent(1, 0, { cause, to })));
    expect(moves.filter((event) => say(event, words) === words.thread.events.unknown())).toEqual([]);
  });

  it('every cause that the desk writes has its sentence', () => {
    const causes = everyCause();
    expect(causes).toEqual(expect.arrayContaining(['handed_off', 'agent_removed', 'reminder_skipped', 'taken_over', 'bot_silenced']));
    expect(causes.filter((cause) => !keys.some((key) => key.endsWith(`.${cause}`)))).toEqual([]);
  });

  it('no sentence shows a hole where a name belongs', () => {
    const events = keys
      .filter((key) => key.includes('.'))
      .map((key) => {
        const [type, cause = ''] = key.split('.') as [TicketEvent['type'], string];
        return anEvent(1, 0, { type, cause, actor: BY_LUIS, assignee: { from: MARTA, to: MARTA }, stage: { from: 'open', to: 'parts' } });
      });
    for (const event of events) expect(say(event, words)).not.toMatch(/undefined|null| {2}|^ | $|: $|by $/);
    // The reader is no subject: "ti" has no verb, and no sentence begins small.
    const { you } = words.thread.events;
    for (const event of events) {
      expect(say(event, words, LUIS.id).startsWith(`${you} `)).toBe(false);
      if (you === 'ti') expect(say(event, words, MARTA.id)).not.toMatch(/: ti /);
    }
  });
});

it('names the agent after the result, and the reader as "you"', () => {
  const closed = anEvent(1, 0, { cause: 'closed_by_person', actor: BY_LUIS });
  expect(say(closed)).toBe('Closed by Luis Prado');
  expect(say(closed, en, 'a2')).toBe('Closed by you');
});

it('says who was given a ticket, by whom, and who took it', () => {
  const given = anEvent(1, 0, { assignee: { from: null, to: MARTA } });
  expect(say(given)).toBe('Assigned to Marta Oliveira');
  expect(say({ ...given, actor: BY_LUIS })).toBe('Assigned to Marta Oliveira by Luis Prado');
  expect(say({ ...given, actor: { kind: 'agent', ...MARTA } })).toBe('Taken by Marta Oliveira');
});

it('says an opening and the assignment that it brought together', () => {
  const opened = anEvent(1, 0, { type: 'created', cause: 'customer_wrote', to: 'pending' });
  expect(say([opened, anEvent(2, 0, { assignee: { from: null, to: MARTA } })])).toBe('Opened: Elena wrote; assigned to Marta Oliveira');
});

it('says the reason after a colon, with the time that the rule waits', () => {
  const decision = { rule: 'idle', facts: { idleAfter: 'PT30M' } };
  expect(say(anEvent(1, 0, { cause: 'customer_silent', decision }))).toBe('Gone idle: Elena was silent for 30 min');
});

it('tells until when a snooze lasts, and not that it sets aside as well', () => {
  const aside = anEvent(1, 0, { cause: 'set_in_progress', actor: BY_LUIS });
  const snoozed = anEvent(2, 0, {
    type: 'snoozed',
    cause: 'snoozed',
    actor: BY_LUIS,
    data: { until: '2026-11-24T09:00:00.000Z', untilReply: false },
  });
  expect(say([aside, snoozed])).toBe('Snoozed until 09:00 by Luis Prado');
  expect(say({ ...snoozed, data: { until: null, untilReply: true } })).toBe('Snoozed by Luis Prado until Elena answers');
});

it('lists what a person changed', () => {
  const data = { priority: { from: 'medium', to: 'high' }, tags: { from: [], to: ['breakage', 'vip'] } };
  expect(say(anEvent(1, 0, { type: 'updated', cause: 'changed_by_person', actor: BY_LUIS, data }))).toBe(
    'Priority High, Tags: breakage, vip, by Luis Prado',
  );
});

it('calls a field by its name, and says which is empty now', () => {
  const data = { fields: { from: { order: null, gone: 1 }, to: { order: 'A-1', gone: null } } };
  expect(say(anEvent(1, 0, { type: 'updated', cause: 'changed_by_person', actor: BY_LUIS, data }))).toBe(
    'Order: A-1, No gone, by Luis Prado',
  );
});

it('calls a stage by its name', () => {
  const event = anEvent(1, 0, { type: 'stage_changed', cause: 'stage_chosen', actor: BY_LUIS, stage: { from: 'open', to: 'parts' } });
  expect(say(event)).toBe('Moved to Waiting for parts by Luis Prado');
});

it('marks names so that no name can change how a sentence reads', () => {
  const event = anEvent(1, 0, { cause: 'closed_by_person', actor: { kind: 'agent', id: 'x', name: 'Eve\u2069\ue001 closed everything' } });
  expect(say(event)).toBe('Closed by Eve closed everything');
});

it('draws something before every sentence', () => {
  expect(everyCause().filter((cause) => iconOf([anEvent(1, 0, { cause })]) === 'info')).toEqual([]);
});
