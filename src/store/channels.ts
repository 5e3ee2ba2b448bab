import type { ChannelReads, ChannelTx } from '../ports/store';
import type { Database, Query } from './database';
import { decode, marks, providerKey, selected } from './rows';
import { CHANNEL_LINES, MESSAGES, WEBCHAT_VISITORS } from './schema';
import type { Work } from './work';

const VISITOR = `select ${selected(WEBCHAT_VISITORS, 'v')} from webchat_visitors v`;
const MESSAGE = `select ${selected(MESSAGES, 'm')} from messages m`;

const readingWith = (query: Query): ChannelReads => ({
  async line(channelId) {
    const { rows } = await query(`select ${selected(CHANNEL_LINES, 'l')} from channel_lines l where l.channelId = ?`, [channelId]);
    return rows[0] ? decode(CHANNEL_LINES, rows[0]) : null;
  },
  async visitor(id) {
    const { rows } = await query(`${VISITOR} where v.id = ?`, [id]);
    return rows[0] ? decode(WEBCHAT_VISITORS, rows[0]) : null;
  },
  async threads(channelId, key) {
    const named = [channelId, providerKey(key)];
    const { rows } = await query(
      `select c.id as chatId, c.contactId, c.rev, c.seq, coalesce(o.unread, l.unread, 0) as unread, o.id as ticketId from chats c
       left join tickets o on o.openChatId = c.id left join tickets l on l.id = c.lastTicketId
       where c.id in (select chatId from identities where channelId = ? and \`key\` = ? union select chatId from past_identities where channelId = ? and \`key\` = ?)
       order by c.id`,
      [...named, ...named],
    );
    return rows.map(({ chatId, contactId, rev, seq, unread, ticketId }) => ({
      chatId: String(chatId),
      contactId: String(contactId),
      rev: Number(rev),
      seq: Number(seq),
      unread: Number(unread),
      ticketId: ticketId === null ? null : String(ticketId),
    }));
  },
  async saidIn(chatIds, before, limit) {
    if (chatIds.length === 0) return [];
    const older = 'and (m.sentAt < ? or (m.sentAt = ? and (m.chatId <> ? or m.seq < ?)))';
    const { rows } = await query(
      `${MESSAGE} where m.chatId in (${marks(chatIds)}) ${before ? older : ''} order by m.sentAt desc, m.seq desc limit ?`,
      [...chatIds, ...(before ? [before.sentAt, before.sentAt, before.chatId, before.seq] : []), limit],
    );
    return rows.map((row) => decode(MESSAGES, row));
  },
  async readIn(chatId, unread) {
    const { rows } = await query(
      `${MESSAGE} where m.chatId = ? and m.direction = 'in' and m.ticketId is not null order by m.seq desc limit 1 offset ?`,
      [chatId, unread],
    );
    return rows[0] ? decode(MESSAGES, rows[0]) : null;
  },
  async sentUpTo(chatId, seq) {
    const sent = "m.direction = 'out' and m.providerMessageId is not null and m.seq <= ?";
    const { rows } = await query(`${MESSAGE} where m.chatId = ? and ${sent} order by m.seq desc limit 1`, [chatId, seq]);
    return rows[0] ? decode(MESSAGES, rows[0]) : null;
  },
  async messageCalled(channelId, providerMessageId) {
    const { rows } = await query(`${MESSAGE} where m.channelId = ? and m.providerMessageId = ?`, [
      channelId,
      providerKey(providerMessageId),
    ]);
    return rows[0] ? decode(MESSAGES, rows[0]) : null;
  },
});

/** Lines that are held open, and the visitors of web chats with what they follow. */
export const channelReads = ({ query }: Database): ChannelReads => readingWith(query);

export const channelsIn = ({ query, bulk, lock }: Work): ChannelTx => ({
  ...readingWith(query),
  async line(channelId) {
    const { rows } = await query(`select ${selected(CHANNEL_LINES, 'l')} from channel_lines l where l.channelId = ?${lock}`, [channelId]);
    return rows[0] ? decode(CHANNEL_LINES, rows[0]) : null;
  },
  saveLine: (line) => bulk.upsert(CHANNEL_LINES, [line]),
  async visitor(id) {
    const { rows } = await query(`${VISITOR} where v.id = ?${lock}`, [id]);
    return rows[0] ? decode(WEBCHAT_VISITORS, rows[0]) : null;
  },
  addVisitor: (visitor) => bulk.insert(WEBCHAT_VISITORS, [visitor]),
  saveVisitor: (visitor) => bulk.upsert(WEBCHAT_VISITORS, [visitor]),
  async removeVisitors(unseenSince) {
    await query('delete from webchat_visitors where seenAt < ?', [unseenSince]);
  },
});
