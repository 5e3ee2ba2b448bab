import type { SeenBy } from '../../domain/access';
import type { Message } from '../../domain/message';
import type { IdentityKey, Page, Paged, Reads } from '../../ports/store';
import type { Database } from '../database';
import { decode, providerKey, selected } from '../rows';
import { CHATS, CONTACTS, IDENTITIES, MESSAGES, TICKET_EVENTS } from '../schema';
import { among } from '../work';
import { pageOf } from './pages';
import { contactsFound } from './search';
import { both, type Condition, inSight } from './ticket-lanes';

type ChatReads = Pick<
  Reads,
  'chat' | 'chatByIdentity' | 'messages' | 'message' | 'messagesByIds' | 'newestHeard' | 'events' | 'contact' | 'contacts' | 'identitiesOf'
>;

export function chatReads(database: Database): ChatReads {
  const { query } = database;
  return {
    async chat(id) {
      const { rows } = await query(`select ${selected(CHATS, 'c')} from chats c where c.id = ?`, [id]);
      return rows[0] ? decode(CHATS, rows[0]) : null;
    },

    async chatByIdentity({ channelId, key }: IdentityKey) {
      const { rows } = await query(`select ${selected(IDENTITIES, 'i')} from identities i where i.channelId = ? and i.\`key\` = ?`, [
        channelId,
        providerKey(key),
      ]);
      return rows[0] ? { ...decode(IDENTITIES, rows[0]), key } : null;
    },

    messages: (of, page, since) => (since === undefined ? newestMessages(database, of, page) : changedMessages(database, of, page, since)),

    async message(id) {
      const { rows } = await query(`select ${selected(MESSAGES, 'm')} from messages m where m.id = ?`, [id]);
      return rows[0] ? decode(MESSAGES, rows[0]) : null;
    },

    async messagesByIds(ids) {
      const those = among(database.dialect, ids);
      const { rows } = await query(`${SELECT} where m.id ${those.sql} order by m.rev`, [those.value]);
      return rows.map((row) => decode(MESSAGES, row));
    },

    async newestHeard(chatId) {
      const { rows } = await query(
        `${SELECT} where m.chatId = ? and m.direction = 'in' and m.providerMessageId is not null and m.importedAt is null order by m.sentAt desc, m.seq desc limit 1`,
        [chatId],
      );
      return rows[0] ? decode(MESSAGES, rows[0]) : null;
    },

    events: (ticketId, page) =>
      pageOf({
        query,
        list: 'events',
        select: `select ${selected(TICKET_EVENTS, 'e')} from ticket_events e`,
        where: 'e.ticketId = ?',
        values: [ticketId],
        by: ['e.seq'],
        keyNames: ['seq'],
        like: [0],
        direction: 'asc',
        page,
        decode: (row) => decode(TICKET_EVENTS, row),
      }),

    async contact(id) {
      const { rows } = await query(`select ${selected(CONTACTS, 'c')} from contacts c where c.id = ?`, [id]);
      return rows[0] ? decode(CONTACTS, rows[0]) : null;
    },

    contacts: (q, page, seenBy = null) => contacts(database, q, page, seenBy),

    async identitiesOf(contactId) {
      const { rows } = await query(
        `select ${selected(IDENTITIES, 'i')} from identities i where i.contactId = ? order by i.channelId, i.\`key\``,
        [contactId],
      );
      return rows.map((row) => decode(IDENTITIES, row));
    },
  };
}

type Of = { chatId: string } | { ticketId: string };

const SELECT = `select ${selected(MESSAGES, 'm')} from messages m`;
const whose = (of: Of): { where: string; values: readonly string[] } =>
  'chatId' in of ? { where: 'm.chatId = ?', values: [of.chatId] } : { where: 'm.ticketId = ?', values: [of.ticketId] };

/** Rows carry both keys of their order; a chat never gives two messages one `seq`. */
const newestMessages = ({ query }: Database, of: Of, page: Page): Promise<Paged<Message>> =>
  pageOf({
    query,
    list: 'messages',
    select: SELECT,
    ...whose(of),
    by: ['m.sentAt', 'm.seq'],
    keyNames: ['sentAt', 'seq'],
    like: [0, 0],
    direction: 'desc',
    page,
    decode: (row) => decode(MESSAGES, row),
  });

function changedMessages({ query }: Database, of: Of, page: Page, since: number): Promise<Paged<Message>> {
  const { where, values } = whose(of);
  // All messages of a ticket are in one chat, whose index by rev is the one to read.
  const chat = 'ticketId' in of ? ' and m.chatId = (select t.chatId from tickets t where t.id = ?)' : '';
  return pageOf({
    query,
    list: 'changes',
    select: SELECT,
    where: `${where}${chat} and m.rev > ?`,
    values: [...values, ...('ticketId' in of ? [of.ticketId] : []), since],
    by: ['m.rev'],
    keyNames: ['rev'],
    like: [0],
    direction: 'asc',
    page,
    decode: (row) => decode(MESSAGES, row),
  });
}

/** Newest first. Of those that a search finds, who may not see all of them learns of no others, not even by where the pages end. */
async function contacts(database: Database, q: string | null, page: Page, seenBy: SeenBy | null) {
  const asked = q?.trim();
  const those = asked ? among(database.dialect, await contactsFound(database, asked)) : null;
  if (those && Array.isArray(those.value) && those.value.length === 0) return { data: [], nextCursor: null };
  const found = those && { sql: `c.id ${those.sql}`, values: [those.value] };
  const { sql, values } = found && seenBy ? both(found, withChatInSight(seenBy, database)) : (found ?? THERE);
  return pageOf({
    query: database.query,
    list: 'contacts',
    select: `select ${selected(CONTACTS, 'c')} from contacts c`,
    where: sql,
    values,
    by: ['c.id'],
    keyNames: ['id'],
    like: [''],
    direction: 'desc',
    page,
    decode: (row) => decode(CONTACTS, row),
  });
}

/** Who was found to be another is that other. */
const THERE: Condition = { sql: 'c.mergedInto is null', values: [] };

/** A chat is seen by any of its tickets, or because it has none. */
function withChatInSight(seenBy: SeenBy, { dialect }: Database): Condition {
  const sight = inSight(seenBy, dialect);
  const ofChat = 'exists (select 1 from tickets where chatId = h.id';
  return {
    sql: `exists (select 1 from chats h where h.contactId = c.id and (${ofChat} and ${sight.sql}) or not ${ofChat})))`,
    values: sight.values,
  };
}
