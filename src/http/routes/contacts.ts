import { setBlocked } from '../../actions/workspace/set-blocked';
import { updateContact } from '../../actions/workspace/update-contact';
import { contactJson } from '../present/contact';
import { type Call, type Route, route } from '../route';
import { ContactPatch, ContactShape, ContactsQuery } from '../schemas/contact';
import { listOf, pageOf } from '../schemas/shared';
import { contactInSight, sightOf, withIdentities } from '../sight';

const row = { for: 'agents', tag: 'contacts' } as const;
const one = { ...row, path: '/contacts/{id}', finds: contactInSight, status: 200, answer: ContactShape } as const;

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
      return { data: seen.flatMap((one) => (one ? [contactJson(call.house, one.contact, one.identities)] : [])), nextCursor };
    },
  }),
  route({
    ...one,
    method: 'get',
    says: 'One customer, with the ways in which networks name them.',
    handle: async (call) => {
      const { contact, identities } = await contactInSight(call);
      return contactJson(call.house, contact, identities);
    },
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Name a customer, or change values of your own fields; the name null gives the network\u2019s back with their next message.',
    body: ContactPatch,
    versioned: true,
    handle: async (call) => {
      const { identities } = await contactInSight(call);
      const contact = await updateContact(call.desk, {
        ...call.body,
        contactId: call.params.id ?? '',
        by: call.person,
        version: call.version,
      });
      return contactJson(call.house, contact, identities);
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
];

async function blocking(call: Call<unknown, unknown>, blocked: boolean) {
  const { identities } = await contactInSight(call);
  const contact = await setBlocked(call.desk, { contactId: call.params.id ?? '', by: call.person, blocked });
  return contactJson(call.house, contact, identities);
}
