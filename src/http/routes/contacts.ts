import { z } from 'zod';
import { duplicatesOf, keepApart } from '../../actions/people/duplicates';
import { mergeContacts, unmergeContacts } from '../../actions/people/merge-contacts';
import { setBlocked } from '../../actions/workspace/set-blocked';
import { updateContact } from '../../actions/workspace/update-contact';
import { Refusal } from '../../domain/errors';
import type { ContactMerge } from '../../ports/store';
import { contactDetail, contactJson, mergesInSight } from '../present/contact';
import { type Call, type Route, route } from '../route';
import { ContactDetail, ContactPatch, ContactShape, ContactsQuery, DuplicateShape, MergeBody, UnmergeBody } from '../schemas/contact';
import { listOf, pageOf } from '../schemas/shared';
import { contactInSight, sightOf, someoneInSight, withIdentities } from '../sight';

const row = { for: 'agents', tag: 'contacts' } as const;
const one = { ...row, path: '/contacts/{id}', finds: contactInSight, status: 200, answer: ContactDetail, refuses: ['gone'] } as const;

export const CONTACTS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/contacts',
    says: 'Customers. A page may be shorter than its limit where you see only some of them.',
    query: ContactsQuery,
    status: 200,
    answer: listOf(ContactShape),
    handle: async (call) => {
      const { data, nextCursor } = await call.desk.store.reads.contacts(call.query.q || null, pageOf(call.query), sightOf(call));
      const seen = await Promise.all(data.map((contact) => withIdentities(call, contact)));
      return { data: seen.flatMap((one) => (one ? [contactJson(call.house, one)] : [])), nextCursor };
    },
  }),
  route({
    ...one,
    method: 'get',
    says: 'One customer, with the ways in which networks name them.',
    handle: (call) => detail(call),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Name a customer, or change values of your own fields; the name null gives the network\u2019s back with their next message.',
    body: ContactPatch,
    versioned: true,
    handle: async (call) => {
      await updateContact(call.desk, { ...call.body, contactId: call.params.id ?? '', by: call.person, version: call.version });
      return detail(call);
    },
  }),
  route({
    ...one,
    method: 'post',
    path: '/contacts/{id}/block',
    says: 'Block a customer: what they write is stored, opens no ticket and asks no bot. Open tickets stay open.',
    handle: (call) => blocking(call, true),
  }),
  route({
    ...one,
    method: 'post',
    for: 'admins',
    path: '/contacts/{id}/unblock',
    says: 'Unblock a customer: their next message is like any other.',
    handle: (call) => blocking(call, false),
  }),
  route({
    ...row,
    method: 'get',
    path: '/contacts/{id}/duplicates',
    says: 'Contacts that may be the same person: they share a phone in any spelling, an id or a user name, or the network gave a name of the one to the other.',
    finds: contactInSight,
    refuses: ['gone'],
    status: 200,
    answer: z.object({ data: z.array(DuplicateShape) }),
    handle: async (call) => ({ data: await duplicates(call) }),
  }),
  route({
    ...row,
    method: 'post',
    path: '/contacts/{id}/duplicates/{otherId}/dismiss',
    says: 'Say that these two are not the same person: neither is offered for the other any more.',
    finds: async (call) => {
      await contactInSight(call);
      await someoneInSight(call, call.params.otherId ?? '');
    },
    refuses: ['gone'],
    status: 204,
    answer: null,
    handle: ({ desk, person, params }) => keepApart(desk, { contactId: params.id ?? '', otherId: params.otherId ?? '', by: person }),
  }),
  route({
    ...one,
    method: 'post',
    path: '/contacts/{id}/merge',
    says: 'Make another contact one with this one: its chats, tickets and names are this one\u2019s, and values that this one lacks. Its own id answers 410 then, with `mergedInto`. What blocks one of them stays as it is for this one; only admins unblock somebody so.',
    body: MergeBody,
    refuses: ['gone', 'forbidden'],
    handle: async (call) => {
      await someoneInSight(call, call.body.contactId);
      await mergeContacts(call.desk, { contactId: call.params.id ?? '', otherId: call.body.contactId, by: call.person });
      return detail(call);
    },
  }),
  route({
    ...one,
    method: 'post',
    path: '/contacts/{id}/unmerge',
    says: 'Part two contacts again: the chats that came go back with all that was said since, and values that came along and are as they came.',
    body: UnmergeBody,
    refuses: ['gone', 'in_use', 'forbidden'],
    handle: async (call) => {
      const merges = await mergesInSight(call.desk.store.reads, await contactInSight(call));
      const merge = merges.find(isMeant(call.body));
      if (!merge) throw new Refusal('not_found', 'There is no such merge of this contact.');
      await unmergeContacts(call.desk, { contactId: call.params.id ?? '', mergeId: merge.id, by: call.person });
      return detail(call);
    },
  }),
];

type Asked = Call<unknown, unknown>;

const around = ({ desk: { kinds, store }, house }: Asked) => ({ kinds, store, house });

const isMeant =
  ({ mergeId, contactId }: z.output<typeof UnmergeBody>) =>
  ({ id, goneId, undoneAt }: Pick<ContactMerge, 'id' | 'goneId' | 'undoneAt'>): boolean =>
    mergeId !== undefined ? id === mergeId : undoneAt === null && (contactId ?? goneId) === goneId;

const detail = async (call: Asked) => contactDetail(around(call), await contactInSight(call));

/** Of the possible ones, those that the caller may see. */
async function duplicates(call: Asked) {
  const { contact } = await contactInSight(call);
  const found = await duplicatesOf(around(call), contact);
  const seen = await Promise.all(found.map(async (one) => ({ ...one, sight: await withIdentities(call, one.contact) })));
  return Promise.all(
    seen.flatMap(({ sight, signs }) =>
      sight ? [contactDetail(around(call), sight).then((contact) => ({ contact, signs: [...signs] }))] : [],
    ),
  );
}

async function blocking(call: Call<unknown, unknown>, blocked: boolean) {
  await setBlocked(call.desk, { contactId: call.params.id ?? '', by: call.person, blocked });
  return detail(call);
}
