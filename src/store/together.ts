import type { Message } from '../domain/message';
import type { MentionView, TogetherReads, TogetherTx, WhichDraft } from '../ports/store';
import type { Database } from './database';
import { inEach, NEWER } from './in-each';
import { pageOf } from './reads/pages';
import { inSight } from './reads/ticket-lanes';
import { decode, type Row, selected } from './rows';
import { DRAFTS, MENTIONS } from './schema';
import { among, type Work } from './work';

const SEEN = `select ${selected(MENTIONS, 'n', 'n_')}, n.messageId as messageId, n.at as at,
  m.author as author, m.content as content, t.number as number, c.name as name
  from mentions n join messages m on m.id = n.messageId join tickets t on t.id = n.ticketId join contacts c on c.id = t.contactId`;

/** What people on one ticket need of each other: drafts, and notes that name somebody. */
export function togetherReads({ query, dialect }: Database): TogetherReads {
  return {
    async drafts(agentId, ticketId) {
      const { rows } = await query(`select ${selected(DRAFTS, 'd')} from drafts d where d.agentId = ? and d.ticketId = ?`, [
        agentId,
        ticketId,
      ]);
      return rows.map((row) => decode(DRAFTS, row));
    },

    async ticketsWithDraft(agentId, seenBy, limit) {
      const sight = inSight(seenBy, dialect);
      const { rows } = await query(
        `select t.id as id from (select ticketId, max(updatedAt) as newest from drafts where agentId = ? group by ticketId) d
         join tickets t on t.id = d.ticketId where ${sight.sql} order by d.newest desc, t.id limit ?`,
        [agentId, ...sight.values, limit],
      );
      return rows.map(({ id }) => id as string);
    },

    mentions({ agentId, unseen, seenBy }, page) {
      const sight = inSight(seenBy, dialect);
      return pageOf({
        query,
        list: 'mentions',
        select: SEEN,
        where: `n.agentId = ?${unseen ? ' and n.seenAt is null' : ''} and ${sight.sql}`,
        values: [agentId, ...sight.values],
        by: ['n.at', 'n.messageId'],
        keyNames: ['at', 'messageId'],
        like: [0, ''],
        direction: 'desc',
        page,
        decode: mentionView,
      });
    },

    mentionsIn: async (messageId) => (await query(`${SEEN} where n.messageId = ?`, [messageId])).rows.map(mentionView),

    async unseenMentions(agentIds) {
      if (agentIds.length === 0) return [];
      const those = among(dialect, agentIds);
      const { rows } = await query(
        `select n.agentId as agentId, t.assigneeId as assigneeId, t.teamId as teamId, count(*) as mentions
         from mentions n join tickets t on t.id = n.ticketId
         where n.agentId ${those.sql} and n.seenAt is null group by n.agentId, t.assigneeId, t.teamId`,
        [those.value],
      );
      return rows.map(({ mentions, ...row }) => ({ ...row, mentions: Number(mentions) })) as Awaited<
        ReturnType<TogetherReads['unseenMentions']>
      >;
    },
  };
}

const mentionView = (row: Row): MentionView => ({
  mention: decode(MENTIONS, row, 'n_'),
  message: { author: JSON.parse(row.author as string), content: JSON.parse(row.content as string) },
  ticketNumber: row.number as number,
  contactName: row.name as string | null,
});

const ONE_DRAFT = 'agentId = ? and ticketId = ? and note = ?';
const draftKey = ({ agentId, ticketId, note }: WhichDraft) => [agentId, ticketId, note ? 1 : 0];

/** Of so many that went out since, one is a person's: bots say little at a time. */
const AT_ONCE = 200;

export function togetherIn(work: Work): TogetherTx {
  const { query, bulk, dialect } = work;
  return {
    saveDraft: (draft) => bulk.upsert(DRAFTS, [draft]),
    async draft(which) {
      const { rows } = await query(`select ${selected(DRAFTS, 'd')} from drafts d where ${ONE_DRAFT}`, draftKey(which));
      return rows[0] ? decode(DRAFTS, rows[0]) : null;
    },
    removeDraft: async (which) => (await query(`delete from drafts where ${ONE_DRAFT}`, draftKey(which))).affected > 0,
    removeDrafts: async (agentId) => void (await query('delete from drafts where agentId = ?', [agentId])),

    addMentions: (mentions) => bulk.insert(MENTIONS, mentions),
    async seeMentions(agentId, which, at) {
      const those = 'ticketId' in which ? { sql: '= ?', value: which.ticketId } : among(dialect, which.messageIds);
      const column = 'ticketId' in which ? 'ticketId' : 'messageId';
      const sql = `update mentions set seenAt = ? where agentId = ? and seenAt is null and ${column} ${those.sql}`;
      return (await query(sql, [at, agentId, those.value])).affected > 0;
    },

    async newestOfColleagues(after, agentId) {
      const since = await inEach(work, [after], {
        place: NEWER,
        condition: "m.direction = 'out' and m.importedAt is null",
        limit: AT_ONCE,
      });
      return since.findLast(isColleagues(agentId)) ?? null;
    },
  };
}

const isColleagues =
  (agentId: string) =>
  ({ author }: Message): boolean =>
    author.kind === 'channel_app' || (author.kind === 'agent' && author.id !== agentId);
