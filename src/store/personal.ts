import type { Actor } from '../domain/events';
import type { PersonalReads, PersonalTx } from '../ports/store';
import type { Database, Query } from './database';
import { brokenKey } from './failures';
import { decode, selected } from './rows';
import { CANNED_REPLIES, PREFERENCES, PUSH_KEYS, PUSH_SUBSCRIPTIONS, SAVED_VIEWS, VIEW_ORDERS } from './schema';
import { among, type Work } from './work';

const CANNED = `select ${selected(CANNED_REPLIES, 'c')} from canned_replies c`;
const VIEW = `select ${selected(SAVED_VIEWS, 'v')} from saved_views v`;

const SUBSCRIPTION = `select ${selected(PUSH_SUBSCRIPTIONS, 's')} from push_subscriptions s`;

/** What people keep for themselves and for each other: preferences, canned replies, saved views, browsers to push to. */
export function personalReads({ query, dialect }: Database): PersonalReads {
  return {
    preferences: (agentId) => preferences(query, agentId, ''),
    cannedReplies: async () => (await query(`${CANNED} order by c.spelling`)).rows.map((row) => decode(CANNED_REPLIES, row)),
    async views(agentId) {
      const { rows } = await query(`${VIEW} where v.ownerId = ? or v.shared = 1 order by v.id`, [agentId]);
      return rows.map((row) => decode(SAVED_VIEWS, row));
    },
    async viewOrder(agentId) {
      const { rows } = await query(`select ${selected(VIEW_ORDERS, 'o')} from view_orders o where o.agentId = ?`, [agentId]);
      return rows[0] ? decode(VIEW_ORDERS, rows[0]).ids : [];
    },
    async pushKeys() {
      const { rows } = await query(`select ${selected(PUSH_KEYS, 'k')} from push_keys k`);
      return rows[0] ? decode(PUSH_KEYS, rows[0]) : null;
    },
    async pushSubscriptions(agentIds, at) {
      if (agentIds.length === 0) return [];
      const those = among(dialect, agentIds);
      const { rows } = await query(
        `${SUBSCRIPTION} where s.agentId ${those.sql} and exists (select 1 from sessions e where e.agentId = s.agentId and e.expiresAt > ?) order by s.id`,
        [those.value, at],
      );
      return rows.map((row) => decode(PUSH_SUBSCRIPTIONS, row));
    },
    anyPushSubscription: async () => (await query('select 1 from push_subscriptions limit 1')).rows.length > 0,
    async lastAssignedBy(ticketId) {
      const { rows } = await query(
        'select e.actor from ticket_events e where e.ticketId = ? and e.assignee is not null order by e.seq desc limit 1',
        [ticketId],
      );
      return rows[0] ? (JSON.parse(rows[0].actor as string) as Actor).id : null;
    },
  };
}

async function preferences(query: Query, agentId: string, lock: string) {
  const { rows } = await query(`select ${selected(PREFERENCES, 'p')} from preferences p where p.agentId = ?${lock}`, [agentId]);
  return rows[0] ? decode(PREFERENCES, rows[0]).preferences : {};
}

export function personalIn({ query, bulk, lock }: Work): PersonalTx {
  return {
    preferences: (agentId) => preferences(query, agentId, lock),
    savePreferences: (agentId, preferences) => bulk.upsert(PREFERENCES, [{ agentId, preferences }]),

    async cannedReply(id) {
      const { rows } = await query(`${CANNED} where c.id = ?${lock}`, [id]);
      return rows[0] ? decode(CANNED_REPLIES, rows[0]) : null;
    },
    addCannedReply: (reply) => bulk.insert(CANNED_REPLIES, [reply]),
    saveCannedReply: (reply) => bulk.update(CANNED_REPLIES, [reply]),
    removeCannedReply: async (id) => void (await query('delete from canned_replies where id = ?', [id])),

    async view(id) {
      const { rows } = await query(`${VIEW} where v.id = ?${lock}`, [id]);
      return rows[0] ? decode(SAVED_VIEWS, rows[0]) : null;
    },
    countViews: async (agentId) =>
      Number((await query('select count(*) as views from saved_views where ownerId = ?', [agentId])).rows[0]?.views),
    addView: (view) => bulk.insert(SAVED_VIEWS, [view]),
    saveView: (view) => bulk.update(SAVED_VIEWS, [view]),
    removeView: async (id) => void (await query('delete from saved_views where id = ?', [id])),
    saveViewOrder: (agentId, ids) => bulk.upsert(VIEW_ORDERS, [{ agentId, ids }]),

    async addPushKeys(keys) {
      try {
        await bulk.insert(PUSH_KEYS, [{ ...keys, id: 'desk' }]);
        return true;
      } catch (error) {
        if (brokenKey(error) === 'push_keys.PRIMARY') return false;
        throw error;
      }
    },
    savePushSubscription: (subscription) => bulk.upsert(PUSH_SUBSCRIPTIONS, [subscription]),
    removePushSubscription: async (id, agentId) =>
      void (await query('delete from push_subscriptions where id = ? and agentId = ?', [id, agentId])),
    removePushSubscriptions: async (agentId) => void (await query('delete from push_subscriptions where agentId = ?', [agentId])),
  };
}
