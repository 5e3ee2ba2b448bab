import { clean } from '../domain/text';
import type { EarlyEnd, IdentityKey, ProviderKey, Tx } from '../ports/store';
import { decode, providerKey, selected } from './rows';
import { EARLY } from './schema';
import { among, type Work } from './work';

/** So much waits for one message at most: a chat can't be flooded through a message that never comes. */
const MOST_FOR_ONE = 100;

type Waiting = Pick<Tx, 'crowded' | 'keepEarly' | 'earlyFor' | 'cameMeanwhile' | 'endEarly' | 'removeEarly'>;

/**
 * What waits for its message. Two processes may store the two at the same moment, and neither sees the other's row. So each
 * writes its own first and then looks for the other's with a locking read, which waits for whoever has written it and not yet
 * committed: the later one always finds it, and of two that wait for each other the database lets one begin again.
 */
export function earlyIn(work: Work): Waiting {
  const { dialect, query, bulk } = work;
  const locking = dialect === 'mysql';

  return {
    async crowded(keys) {
      if (keys.length === 0) return [];
      const { sql, values, ask } = named(work, keys, { channel: 'channelId', id: 'target' });
      const { rows } = await query(
        `select channelId, target from early where ${sql} group by channelId, target having count(*) >= ${MOST_FOR_ONE}`,
        values,
      );
      return rows.flatMap((row) => ask(row.channelId as string, row.target as string));
    },

    keepEarly: (early) =>
      bulk.upsert(
        EARLY,
        [...early].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ),

    async earlyFor(keys) {
      if (keys.length === 0) return [];
      const { sql, values, ask } = named(work, keys, { channel: 'e.channelId', id: 'e.target' });
      const hint = locking ? ' force index (early_target)' : '';
      const { rows } = await query(`select ${selected(EARLY, 'e')} from early e${hint} where ${sql}${work.lock}`, values);
      return rows
        .map((row) => decode(EARLY, row))
        .flatMap((early) => ask(early.channelId, early.target).map(({ id }) => ({ ...early, target: id })));
    },

    async cameMeanwhile(keys, people) {
      // SQLite has one writer: who writes has seen all that is there.
      if (!locking) return false;
      return (await camePeople(work, people)) || (await cameMessages(work, keys));
    },

    async endEarly(ends) {
      const gone = ends.filter(({ stays }) => !stays).map(({ early }) => early.id);
      if (gone.length > 0) await query(`delete from early where id ${among(dialect, gone).sql}`, [among(dialect, gone).value]);
      for (const alike of byOutcome(ends)) await tellEvents(work, alike);
    },

    async removeEarly({ before, most }) {
      await query('delete from early where heardAt < ?', [before]);
      const { rows } = await query('select heardAt from early order by heardAt desc limit 1 offset ?', [most]);
      if (rows[0]) await query('delete from early where heardAt <= ?', [rows[0].heardAt]);
    },
  };
}

async function cameMessages(work: Work, keys: readonly ProviderKey[]): Promise<boolean> {
  if (keys.length === 0) return false;
  const { sql, values, ask } = named(work, keys, { channel: 'm.channelId', id: 'm.providerMessageId' });
  const { rows } = await work.query(
    `select m.channelId, m.providerMessageId from messages m force index (messages_provider) where ${sql} lock in share mode`,
    values,
  );
  return rows.some((row) => ask(row.channelId as string, row.providerMessageId as string).length > 0);
}

async function camePeople(work: Work, people: readonly IdentityKey[]): Promise<boolean> {
  if (people.length === 0) return false;
  const keys = people.map(({ channelId, key: id }) => ({ channelId, id }));
  const { sql, values, ask } = named(work, keys, { channel: 'i.channelId', id: 'i.`key`' });
  const { rows } = await work.query(`select i.channelId, i.\`key\` as name from identities i where ${sql} lock in share mode`, values);
  return rows.some((row) => ask(row.channelId as string, row.name as string).length > 0);
}

async function tellEvents({ dialect, query }: Work, alike: readonly EarlyEnd[]): Promise<void> {
  const [first] = alike;
  const events = alike.flatMap(({ early }) => (early.eventId === null ? [] : [early.eventId]));
  if (!first || events.length === 0) return;
  const those = among(dialect, events);
  const { outcome, reason } = first;
  await query(`update webhook_events set outcome = ?, reason = ? where id ${those.sql}`, [
    outcome,
    reason === null ? null : clean(reason),
    those.value,
  ]);
}

function byOutcome(ends: readonly EarlyEnd[]): EarlyEnd[][] {
  const groups = new Map<string, EarlyEnd[]>();
  for (const end of ends) {
    const name = `${end.outcome} ${end.reason}`;
    groups.set(name, [...(groups.get(name) ?? []), end]);
  }
  return [...groups.values()];
}

/** One range of the index for many ids; which of the pairs were asked for is seen afterwards. */
function named({ dialect }: Work, keys: readonly ProviderKey[], columns: { readonly channel: string; readonly id: string }) {
  const asked = new Map(keys.map((key) => [`${key.channelId} ${providerKey(key.id)}`, key]));
  const channels = among(dialect, [...new Set(keys.map(({ channelId }) => channelId))]);
  const ids = among(dialect, [...new Set(keys.map(({ id }) => providerKey(id)))]);
  return {
    sql: `${columns.channel} ${channels.sql} and ${columns.id} ${ids.sql}`,
    values: [channels.value, ids.value],
    ask: (channelId: string, id: string): ProviderKey[] => {
      const key = asked.get(`${channelId} ${id}`);
      return key ? [key] : [];
    },
  };
}
