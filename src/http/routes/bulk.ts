import type { Desk } from '../../actions/desk';
import { updateTicket } from '../../actions/tickets/update-ticket';
import { stageOf } from '../present/ticket';
import { problemOf } from '../problems';
import { requestId } from '../request-id';
import { type Call, type Route, route } from '../route';
import { BulkAnswer, type BulkResult, BulkUpdate, bulkOf } from '../schemas/bulk';
import { VERBS, type Verb } from './ticket-actions';

/** How many of a call's tickets are in hand at a time: others have their turn between them. */
const LANES = 4;

const UPDATE: Pick<Verb, 'name' | 'body' | 'act'> = {
  name: 'update',
  body: BulkUpdate,
  act: (desk, asked, body) => updateTicket(desk, { ...(body as object), ...asked }),
};
const ACTIONS = new Map([...VERBS, UPDATE].map((verb) => [verb.name, verb]));

export const BULK: readonly Route[] = [
  route({
    method: 'post',
    path: '/tickets/bulk',
    for: 'agents',
    tag: 'ticket actions',
    says: 'Do one thing to many tickets, each by itself: the answer says per ticket what happened.',
    body: bulkOf([...ACTIONS.values()]),
    status: 200,
    answer: BulkAnswer,
    // Nothing marks a part of it as made: a call that a crash cut short is simply run again.
    again: (call) => inBulk(call as BulkCall),
    handle: (call) => inBulk(call),
  }),
];

type BulkCall = Call<unknown, { readonly ticketIds: readonly string[]; readonly action: string; readonly body: unknown }>;

type Refused = Extract<BulkResult, { ok: false }>;

async function inBulk(call: BulkCall): Promise<{ data: BulkResult[] }> {
  const ticketIds = [...new Set(call.body.ticketIds)];
  const refusals = new Map<string, Refused>();
  const waiting = [...ticketIds];
  const lane = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const refusal = await actOnOne(call, id);
      if (refusal) refusals.set(id, refusal);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const done = await doneOnes(
    call.desk,
    ticketIds.filter((id) => !refusals.has(id)),
  );
  return { data: ticketIds.flatMap((id) => refusals.get(id) ?? done.get(id) ?? []) };
}

async function actOnOne({ desk, person, body: { action, body }, response }: BulkCall, ticketId: string): Promise<Refused | null> {
  try {
    const { act } = ACTIONS.get(action) as Verb;
    await act({ ...desk, alongside: undefined }, { ticketId, by: person }, body);
    return null;
  } catch (error) {
    const { code, detail, status } = problemOf(error, requestId(response));
    if (status === 500) desk.log.error('a ticket of many failed', { requestId: requestId(response), ticketId, cause: error });
    return { ticketId, ok: false, code, detail };
  }
}

/** As they are now, routing included; read without regard to `agentsSee`, like the answer to who gives a ticket away. */
async function doneOnes({ store, house }: Desk, ids: readonly string[]): Promise<Map<string, BulkResult>> {
  const views = ids.length > 0 ? await store.reads.ticketsByIds(ids) : [];
  return new Map(
    views.map(({ ticket: { id, number, status, stage, version } }) => [
      id,
      { ticketId: id, ok: true, ticket: { id, number, status, stage: stageOf(house.current(), stage), version } },
    ]),
  );
}
