import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '../problems';
import { Id, words } from './shared';
import { TicketPatch, TicketShape } from './ticket';

const TicketIds = z.array(Id).min(1).max(500).meta({ description: 'A ticket that is named twice is acted on once.' });
const Tags = z.array(words(64)).max(50).optional();

/** As of one ticket, and tags beside those that each has. */
export const BulkUpdate = TicketPatch.extend({ tagsAdd: Tags, tagsRemove: Tags });

/** A body for each verb: what the verb takes for one ticket stands under `body`. */
export function bulkOf(verbs: readonly { readonly name: string; readonly body: z.ZodType }[]) {
  const one = ({ name, body }: (typeof verbs)[number]) =>
    z.strictObject({ ticketIds: TicketIds, action: z.literal(name), body: body.prefault({}) });
  return z.discriminatedUnion('action', verbs.map(one) as unknown as [ReturnType<typeof one>, ...ReturnType<typeof one>[]]);
}

const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

const Done = z.object({
  ticketId: Id,
  ok: z.literal(true),
  ticket: TicketShape.pick({ id: true, number: true, status: true, stage: true, version: true }),
});
const Refused = z.object({ ticketId: Id, ok: z.literal(false), code: z.enum(CODES), detail: z.string() });

export const BulkAnswer = z
  .object({ data: z.array(z.discriminatedUnion('ok', [Done, Refused])).meta({ description: 'One for each ticket, in the order asked.' }) })
  .meta({ id: 'BulkAnswer' });
export type BulkResult = z.input<typeof BulkAnswer>['data'][number];
