import type { Identity } from '../domain/contact';
import type { IdentityKey, IdentityReads, IdentityTx, KnownName, PastIdentity, SharedName } from '../ports/store';
import type { Database } from './database';
import { channelByChannel } from './holding';
import { moveVersion } from './house';
import { decode, providerKey, type Row, selected } from './rows';
import { CONTACT_MERGES, CONTACTS, DIFFERENT_PEOPLE, IDENTITIES, PAST_IDENTITIES } from './schema';
import { fromItsEnd, nameIn, soughtAs } from './words';
import { among, type Work } from './work';

/** By which names networks know people, now and formerly, and which contacts were found to be one person. */
export function identityReads({ query, dialect }: Database): IdentityReads {
  return {
    async chatsOfContact(contactId) {
      const { rows } = await query('select id as chatId, channelId from chats where contactId = ? order by channelId, id', [contactId]);
      return rows.map(({ chatId, channelId }) => ({ chatId: chatId as string, channelId: channelId as string }));
    },

    async pastIdentitiesOf(contactId) {
      const { rows } = await query(
        `select ${selected(PAST_IDENTITIES, 'p')} from past_identities p where p.contactId = ? order by p.\`until\` desc, p.id`,
        [contactId],
      );
      return rows.map((row) => decode(PAST_IDENTITIES, row));
    },

    async sharedNames(contactId, keys, limit) {
      const aliases = [...new Set(keys.map((key) => soughtAs(nameIn(key))).filter((one) => one !== null))];
      if (aliases.length === 0) return [];
      const those = among(dialect, aliases);
      const of = (table: string, reason: string) =>
        `select * from (select contactId, channelId, \`key\`, ${reason} as reason from ${table} where alias ${those.sql} and contactId <> ? limit ?) ${table}_found`;
      const { rows } = await query(`${of('identities', 'null')} union all ${of('past_identities', 'reason')}`, [
        those.value,
        contactId,
        limit,
        those.value,
        contactId,
        limit,
      ]);
      return rows.map((row) => ({ ...row })) as unknown as SharedName[];
    },

    async contactsWithPhone(contactId, phones, limit) {
      if (phones.length === 0) return [];
      const those = among(dialect, [...new Set(phones)].map(fromItsEnd));
      const { rows } = await query(
        `select ${selected(CONTACTS, 'c')} from contacts c where c.phoneEnd ${those.sql} and c.id <> ? and c.mergedInto is null limit ?`,
        [those.value, contactId, limit],
      );
      return rows.map((row) => decode(CONTACTS, row));
    },

    async contactsByIds(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`select ${selected(CONTACTS, 'c')} from contacts c where c.id ${those.sql} order by c.id`, [
        those.value,
      ]);
      return rows.map((row) => decode(CONTACTS, row));
    },

    async differentFrom(contactId) {
      const { rows } = await query(
        'select otherId as id from different_people where oneId = ? union all select oneId as id from different_people where otherId = ?',
        [contactId, contactId],
      );
      return rows.map(({ id }) => id as string);
    },

    async mergesInto(contactId) {
      const { rows } = await query(
        `select ${selected(CONTACT_MERGES, 'm')} from contact_merges m where m.keptId = ? order by m.at desc, m.id desc`,
        [contactId],
      );
      return rows.map((row) => decode(CONTACT_MERGES, row));
    },
  };
}

export function identitiesIn(work: Work): IdentityTx {
  const { query, bulk, dialect } = work;
  return {
    names: (keys) => (keys.length === 0 ? Promise.resolve([]) : names(work, keys)),

    async rename({ unheld, gone, past, now }, { apart }) {
      if (apart) await moveVersion(work);
      await bulk.insert(IDENTITIES, unheld);
      for (const { channelId, key } of [...unheld, ...gone])
        await query('delete from identities where channelId = ? and `key` = ?', [channelId, providerKey(key)]);
      await bulk.insert(PAST_IDENTITIES, past);
      await bulk.insert(IDENTITIES, now);
    },

    async chatIdsOf(contactId) {
      const { rows } = await query('select id from chats where contactId = ? order by id', [contactId]);
      return rows.map(({ id }) => id as string);
    },

    async handToContact(chatIds, contactId) {
      if (chatIds.length === 0) return;
      await moveVersion(work);
      const those = among(dialect, chatIds);
      for (const table of ['identities', 'past_identities'])
        await query(`update ${table} set contactId = ? where chatId ${those.sql}`, [contactId, those.value]);
      const closed = 'openChatId is null and contactId <> ?';
      await query(`update tickets set contactId = ?, version = version + 1 where chatId ${those.sql} and ${closed}`, [
        contactId,
        those.value,
        contactId,
      ]);
    },

    async followMerge(from, to) {
      const { rows } = await query('select id from contacts where mergedInto = ?', [from]);
      if (rows.length > 0) await query('update contacts set mergedInto = ? where mergedInto = ?', [to, from]);
      return rows.map(({ id }) => id as string);
    },

    addMerge: (merge) => bulk.insert(CONTACT_MERGES, [merge]),
    async merge(id) {
      const { rows } = await query(`select ${selected(CONTACT_MERGES, 'm')} from contact_merges m where m.id = ?${work.lock}`, [id]);
      return rows[0] ? decode(CONTACT_MERGES, rows[0]) : null;
    },
    endMerge: (merge) => bulk.update(CONTACT_MERGES, [merge]),
    setDifferent: (pair) => bulk.insertMissing(DIFFERENT_PEOPLE, [pair]),
  };
}

/** Both tables, each along its own index, in the spelling that was asked for. */
async function names({ dialect, query }: Work, keys: readonly IdentityKey[]): Promise<KnownName[]> {
  const asked = new Map(keys.map(({ channelId, key }) => [`${channelId} ${providerKey(key)}`, key]));
  const pairs = [...asked.keys()].map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const);
  const byChannel = channelByChannel(pairs);
  const shared = selected(IDENTITIES, 'i');
  const of = (table: string, more: string) =>
    dialect === 'sqlite'
      ? `select ${shared}, ${more} from json_each(?) j cross join ${table} i on i.channelId = j.value ->> 0 and i.\`key\` = j.value ->> 1`
      : `select ${shared}, ${more} from ${table} i where ${byChannel.sql}`;
  const values = dialect === 'sqlite' ? [JSON.stringify(pairs)] : byChannel.values;
  const { rows } = await query(
    `${of('identities', 'null as id, null as `until`, null as reason')} union all ${of('past_identities', 'i.id as id, i.`until` as `until`, i.reason as reason')}`,
    [...values, ...values],
  );
  return rows.map((row) => knownName(row, asked));
}

function knownName(row: Row, asked: ReadonlyMap<string, string>): KnownName {
  const key = asked.get(`${row.channelId} ${row.key}`) ?? (row.key as string);
  if (row.until === null) return { now: { ...decode(IDENTITIES, row), key } satisfies Identity };
  return { past: { ...decode(PAST_IDENTITIES, row), key } satisfies PastIdentity };
}
