import { updateContact } from '../../actions/workspace/update-contact';
import { contactJson } from '../present/contact';
import { type Route, route } from '../route';
import { ContactPatch, ContactShape, ContactsQuery } from '../schemas/contact';
import { listOf, pageOf } from '../schemas/shared';
import { contactInSight, withIdentities } from '../sight';

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
      const { data, nextCursor } = await call.desk.store.reads.contacts(call.query.q || null, pageOf(call.query));
      const seen = await Promise.all(data.map((contact) => withIdentities(call, contact)));
      return { data: seen.flatMap((one) => (one ? [contactJson(one.contact, one.identities)] : [])), nextCursor };
    },
  }),
  route({
    ...one,
    method: 'get',
    says: 'One customer, with the ways in which networks name them.',
    handle: async (call) => {
      const { contact, identities } = await contactInSight(call);
      return contactJson(contact, identities);
    },
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Name a customer; null gives the network\u2019s name back with their next message.',
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
      return contactJson(contact, identities);
    },
  }),
];
