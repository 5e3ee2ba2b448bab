import { z } from 'zod';
import type { Desk } from '../../actions/desk';
import { fieldErrors } from '../field-errors';
import { cleaned } from './cleaned';
import type { Here } from './here';
import type { Viewer } from './viewers';

/** What a socket says of the ticket on its screen; again every few seconds while its agent types. */
const HereBody = z.strictObject({
  ticketId: z.string().min(1).max(64).nullable(),
  typing: z.boolean().default(false),
  note: z.boolean().default(false).meta({ description: 'What is typed is a note.' }),
});

interface Around {
  readonly desk: Desk;
  readonly here: Here;
}

/** What one socket says of its place, one after the other; the last is that it is gone. */
export function comings({ desk, here }: Around, viewer: Viewer) {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => {
    last = last.then(work).catch((cause: unknown) => desk.log.error('a socket did not come where it wanted', { cause: String(cause) }));
  };
  return {
    hear: (asked: unknown, answer: unknown): void => inTurn(async () => (typeof answer === 'function' ? answer : noOne)(await come(asked))),
    end: (): void => inTurn(() => here.leave(viewer)),
  };

  async function come(asked: unknown) {
    const { success, data, error } = HereBody.safeParse(cleaned(asked));
    if (!success) return { ok: false, code: 'invalid', errors: error.issues.flatMap(fieldErrors) };
    const { ticketId, typing, note } = data;
    if (ticketId === null) await here.leave(viewer);
    else if (!(await here.come(viewer, ticketId, typing ? (note ? 'note' : 'reply') : null))) return { ok: false, code: 'not_found' };
    return { ok: true };
  }
}

const noOne = (): void => undefined;
