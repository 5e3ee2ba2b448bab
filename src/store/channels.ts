import type { ChannelReads, ChannelTx } from '../ports/store';
import type { Database, Query } from './database';
import { decode, selected } from './rows';
import { CHANNEL_LINES, WEBCHAT_VISITORS } from './schema';
import type { Work } from './work';

const VISITOR = `select ${selected(WEBCHAT_VISITORS, 'v')} from webchat_visitors v`;

const readingWith = (query: Query): ChannelReads => ({
  async line(channelId) {
    const { rows } = await query(`select ${selected(CHANNEL_LINES, 'l')} from channel_lines l where l.channelId = ?`, [channelId]);
    return rows[0] ? decode(CHANNEL_LINES, rows[0]) : null;
  },
  async visitor(id) {
    const { rows } = await query(`${VISITOR} where v.id = ?`, [id]);
    return rows[0] ? decode(WEBCHAT_VISITORS, rows[0]) : null;
  },
});

/** Lines that are held open, and the visitors of web chats. */
export const channelReads = ({ query }: Database): ChannelReads => readingWith(query);

export const channelsIn = ({ query, bulk, lock }: Work): ChannelTx => ({
  ...readingWith(query),
  async line(channelId) {
    const { rows } = await query(`select ${selected(CHANNEL_LINES, 'l')} from channel_lines l where l.channelId = ?${lock}`, [channelId]);
    return rows[0] ? decode(CHANNEL_LINES, rows[0]) : null;
  },
  saveLine: (line) => bulk.upsert(CHANNEL_LINES, [line]),
  saveVisitor: (visitor) => bulk.upsert(WEBCHAT_VISITORS, [visitor]),
  async visitorKnownAs(channelId, externalId) {
    const where = 'where v.channelId = ? and v.externalId = ? order by v.seenAt desc, v.id desc limit 1';
    const { rows } = await query(`${VISITOR} ${where}`, [channelId, externalId]);
    return rows[0] ? decode(WEBCHAT_VISITORS, rows[0]) : null;
  },
});
