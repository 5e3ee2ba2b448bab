import type { Message } from '../domain/message';
import { STATUSES } from '../domain/ticket';
import type { Tx } from '../ports/store';
import { hold, identities } from './holding';
import { inEach, NEWER } from './in-each';
import { decode, providerKey, type Row, selected } from './rows';
import { CONTACTS, MESSAGES, TICKETS, WEBHOOK_EVENTS } from './schema';
import { among, remember, type Work } from './work';

type Looking = Pick<
  Tx,
  | 'identities'
  | 'hold'
  | 'tickets'
  | 'chatOfTicket'
  | 'chatOfMessage'
  | 'chatsOfMessages'
  | 'contacts'
  | 'messages'
  | 'messagesByProvider'
  | 'messagesNamed'
  | 'unreadOutbound'
  | 'outboundAfter'
  | 'loose'
  | 'unsettled'
  | 'unsettledIn'
  | 'ticketsOf'
  | 'ticketsInStage'
  | 'countInStage'
  | 'webhookEvent'
>;

type Place = { id: string; chatId: string };

/** What a person has seen to have come has no name at the network yet. */
const UNSETTLED = `(deliveryStatus in ('sending', 'uncertain') or (providerMessageId is null and delivery like '%"decided"%'))`;

/** What a transaction reads of chats, tickets and messages, and what it locks on the way. */
export function looking(work: Work): Looking {
  const { dialect, query, lock } = work;
  // Left to itself MariaDB walks through all open tickets by their numbers.
  const inStages = dialect === 'mysql' ? ' force index (tickets_stage)' : '';
  const messagesWhere = async (condition: string, values: readonly unknown[]): Promise<Message[]> =>
    (await query(`select ${selected(MESSAGES, 'm')} from messages m where ${condition}`, values)).rows.map((row) => decode(MESSAGES, row));
  const one = async (sql: string, value: string): Promise<Row | undefined> => (await query(sql, [value])).rows[0];
  const places = async (sql: string, values: readonly unknown[]): Promise<Place[]> =>
    (await query(sql, values)).rows.map((row) => ({ id: row.id as string, chatId: row.chatId as string }));

  return {
    identities: (keys) => (keys.length === 0 ? Promise.resolve([]) : identities(work, keys)),
    hold: (chatIds) => (chatIds.length === 0 ? Promise.resolve([]) : hold(work, chatIds)),

    async tickets(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`select ${selected(TICKETS, 't')} from tickets t where t.id ${those.sql} order by t.id${lock}`, [
        those.value,
      ]);
      return [
        ...remember(
          work,
          'tickets',
          rows.map((row) => decode(TICKETS, row)),
        ),
      ];
    },

    chatOfTicket: async (ticketId) => ((await one('select chatId from tickets where id = ?', ticketId))?.chatId as string) ?? null,
    chatOfMessage: async (messageId) => ((await one('select chatId from messages where id = ?', messageId))?.chatId as string) ?? null,
    async chatsOfMessages(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`select distinct chatId from messages where id ${those.sql}`, [those.value]);
      return rows.map((row) => row.chatId as string);
    },

    async contacts(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`select ${selected(CONTACTS, 'c')} from contacts c where c.id ${those.sql} order by c.id${lock}`, [
        those.value,
      ]);
      const contacts = rows.map((row) => decode(CONTACTS, row));
      for (const contact of contacts) work.contacts.set(contact.id, contact);
      return [...remember(work, 'contacts', contacts)];
    },

    async messages(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      return messagesWhere(`m.id ${those.sql} order by m.id`, [those.value]);
    },

    messagesByProvider: (channelIds, providerIds) => messagesNamed(work, channelIds, providerIds, []),
    messagesNamed: (channelIds, providerIds, ids) => messagesNamed(work, channelIds, providerIds, ids),

    unreadOutbound: (upTo, status) =>
      inEach(
        work,
        upTo.map(({ chatId, sentAt }) => ({ chatId, seq: sentAt })),
        {
          place: 'm.sentAt <= :seq',
          condition: `m.direction = 'out' and m.deliveryStatus in (${status === 'read' ? "'sent', 'delivered'" : "'sent'"})`,
        },
      ),
    outboundAfter: (after) => inEach(work, after, { place: NEWER, condition: "m.direction = 'out' and m.importedAt is null" }),
    loose: (after, heardAfter, limit) =>
      inEach(work, after, {
        place: NEWER,
        condition: 'm.ticketId is null and m.importedAt is null and m.heardAt > ?',
        values: [heardAfter],
        limit,
      }),

    async unsettled(chatIds) {
      if (chatIds.length === 0) return new Set();
      const those = among(dialect, chatIds);
      const { rows } = await query(`select distinct chatId from messages where chatId ${those.sql} and ${UNSETTLED}`, [those.value]);
      return new Set(rows.map((row) => row.chatId as string));
    },

    unsettledIn: (chatId) => messagesWhere(`m.chatId = ? and ${UNSETTLED} order by m.seq`, [chatId]),

    ticketsOf(agentId, statuses) {
      if (statuses.length === 0) return Promise.resolve([]);
      const those = among(dialect, statuses);
      return places(`select id, chatId from tickets where assigneeId = ? and status ${those.sql} order by id`, [agentId, those.value]);
    },

    ticketsInStage(stage, limit) {
      const all = among(dialect, STATUSES);
      return places(`select id, chatId from tickets${inStages} where status ${all.sql} and stage = ? limit ?`, [all.value, stage, limit]);
    },

    async countInStage(stage) {
      const all = among(dialect, STATUSES);
      const { rows } = await query(`select count(*) as tickets from tickets${inStages} where status ${all.sql} and stage = ?`, [
        all.value,
        stage,
      ]);
      return Number(rows[0]?.tickets);
    },

    async webhookEvent(id) {
      const row = await one(`select ${selected(WEBHOOK_EVENTS, 'w')} from webhook_events w where w.id = ?${lock}`, id);
      return row ? decode(WEBHOOK_EVENTS, row) : null;
    },
  };
}

/** One statement, each part of it along an index of its own. */
async function messagesNamed(
  { dialect, query }: Work,
  channelIds: readonly string[],
  providerIds: readonly string[],
  ids: readonly string[],
) {
  const asked = new Map(providerIds.map((id) => [providerKey(id), id]));
  const [channels, named, own] = [among(dialect, channelIds), among(dialect, [...asked.keys()]), among(dialect, ids)];
  const parts = [
    {
      isEmpty: asked.size === 0,
      where: `m.channelId ${channels.sql} and m.providerMessageId ${named.sql}`,
      values: [channels.value, named.value],
    },
    { isEmpty: ids.length === 0, where: `m.id ${own.sql}`, values: [own.value] },
  ].filter(({ isEmpty }) => !isEmpty);
  if (parts.length === 0) return [];
  const sql = parts.map(({ where }) => `select ${selected(MESSAGES, 'm')} from messages m where ${where}`).join(' union all ');
  const { rows } = await query(
    sql,
    parts.flatMap(({ values }) => values),
  );
  return rows
    .map((row) => decode(MESSAGES, row))
    .map((message) => ({ ...message, providerMessageId: asked.get(message.providerMessageId ?? '') ?? message.providerMessageId }));
}
