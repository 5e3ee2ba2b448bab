import { SYSTEM, type TicketEvent } from '../../src/domain/events';
import { handOffStep, mayTellHandOff } from '../../src/domain/hand-off';

type Told = Partial<Pick<TicketEvent, 'type' | 'cause' | 'actor' | 'status' | 'assignee' | 'decision'>>;

const BOT = { kind: 'bot', id: 'b1', name: 'Front' } as const;
const asked = (id: string): Told => ({
  type: 'noted',
  cause: 'noted',
  decision: { rule: 'handed_off', facts: { botId: null, handOff: id } },
});
const ours: Told = { type: 'created', cause: 'handed_off', actor: BOT, decision: { rule: 'handed_off', facts: { botId: 'b1' } } };
const taken = (by: string): Told => ({ assignee: { from: null, to: by } });
const released: Told = { assignee: { from: 'ana', to: null } };
const closed: Told = { status: { from: 'active', to: 'closed' }, assignee: { from: 'ana', to: null } };
const reopened: Told = { status: { from: 'closed', to: 'pending' } };
const noted: Told = { type: 'noted', cause: 'noted' };

/** What is told at each event. */
function steps(...told: readonly Told[]): (string | null)[] {
  const events = told.map(
    (one, at) =>
      ({ seq: at + 1, type: 'updated', cause: '', actor: SYSTEM, status: null, assignee: null, decision: null, ...one }) as const,
  );
  return events.map((event) => {
    const step = mayTellHandOff(event) ? handOffStep([...events].reverse(), event.seq) : null;
    return step && `${step.state} ${step.id ?? 'ours'}`;
  });
}

// biome-ignore format: a table is read in columns
it.each<[string, Told[], (string | null)[]]>([
  ['somebody comes, and is done',             [asked('h'), noted, taken('ana'), closed],              [null, null, 'accepted h', 'completed h']],
  ['nobody comes',                            [asked('h'), { status: { from: 'pending', to: 'closed' } }], [null, 'failed h']],
  ['another takes over, which is no news',    [asked('h'), taken('ana'), released, taken('eva'), closed], [null, 'accepted h', null, null, 'completed h']],
  ['somebody is there already',               [taken('ana'), asked('h'), closed],                     [null, 'accepted h', 'completed h']],
  ['it is asked for once more',               [asked('h'), taken('ana'), asked('i'), closed],         [null, 'accepted h', 'accepted i', 'completed i']],
  ['it is over when the ticket opens again',  [asked('h'), taken('ana'), closed, reopened, taken('ana'), closed], [null, 'accepted h', 'completed h', null, null, null]],
  ['a bot of ours asks',                      [ours, taken('ana'), closed],                           ['asked ours', null, null]],
  ['nobody asked for anybody',                [noted, taken('ana'), closed],                          [null, null, null]],
])('tells whoever handed over when %s', (_, told, expected) => {
  expect(steps(...told)).toEqual(expected);
});
