import type { MessageView, Twin } from '../../emulator';
import { invalid } from '../domain/errors';
import type { PhoneMessage, PhoneThread, TrialNetwork, Weather } from '../ports/trial';

/** What the customer's phone has: what is on its way, or was refused, is not there. */
const ARRIVED: readonly string[] = ['sent', 'delivered', 'read'];

export function messagesIn(views: readonly MessageView[]): PhoneMessage[] {
  return views.filter(({ by, progress }) => by === 'customer' || ARRIVED.includes(progress)).map(phoneMessage);
}

export function phoneMessage(view: MessageView): PhoneMessage {
  const { id, by, kind, text, choices, button, quoted, at, reactions, edits, deleted, progress } = view;
  return {
    id,
    side: by === 'customer' ? 'out' : 'in',
    type: kind,
    text: deleted ? '' : text,
    choices: deleted ? [] : choices,
    button,
    quoted,
    ticks: by === 'customer' ? (progress as PhoneMessage['ticks']) : null,
    at,
    reactions: { customer: reactions.customer ?? null, business: reactions.business ?? null },
    edited: edits > 0,
    deleted,
  };
}

/** Numbers threads: the number is another one whenever anything is different, after a restart too. */
export function numbered(from: number): (network: TrialNetwork, thread: Omit<PhoneThread, 'rev'>) => PhoneThread {
  const known = new Map<TrialNetwork, { readonly rev: number; readonly json: string }>();
  return (network, thread) => {
    const before = known.get(network) ?? { rev: from, json: '' };
    const json = JSON.stringify(thread);
    const rev = json === before.json ? before.rev : before.rev + 1;
    known.set(network, { rev, json });
    return { rev, ...thread };
  };
}

/** The twin's dial counts in shares, people in tenths. */
export const weatherOf = ({ world: { dial } }: Twin): Weather => ({
  duplicate: Math.round(dial.duplicate * 10),
  reorder: Math.round(dial.reorder * 10),
  errors: Math.round(dial.errors * 10),
  delay: dial.delay,
});

export const dialOf = ({ duplicate, reorder, errors, delay }: Weather) => ({
  duplicate: duplicate / 10,
  reorder: reorder / 10,
  errors: errors / 10,
  delay,
});

/** What the twin objects to is the caller's to mend: it names the field in front of a colon. */
export function refuse(twin: Twin, error: unknown): never {
  const objection = twin.objection(error);
  if (objection === null) throw error;
  const [, field = 'message', says = objection] = /^(\w+): (.*)$/.exec(objection) ?? [];
  throw invalid(field, says);
}
