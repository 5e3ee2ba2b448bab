import type { PhonebookTx } from '../ports/store';
import { decode, providerKey, selected } from './rows';
import { PHONEBOOK } from './schema';
import { among, type Work } from './work';

export function phonebookIn({ dialect, query, bulk, lock }: Work): PhonebookTx {
  return {
    async phonebook(keys) {
      if (keys.length === 0) return [];
      const asked = new Map(keys.map(({ channelId, key }) => [`${channelId} ${providerKey(key)}`, key]));
      const channels = among(dialect, [...new Set(keys.map(({ channelId }) => channelId))]);
      const those = among(dialect, [...new Set(keys.map(({ key }) => providerKey(key)))]);
      const { rows } = await query(
        `select ${selected(PHONEBOOK, 'p')} from phonebook p where p.channelId ${channels.sql} and p.\`key\` ${those.sql}${lock}`,
        [channels.value, those.value],
      );
      return rows
        .map((row) => decode(PHONEBOOK, row))
        .flatMap((entry) => {
          const key = asked.get(`${entry.channelId} ${entry.key}`);
          return key === undefined ? [] : [{ ...entry, key }];
        });
    },
    savePhonebook: (entries) =>
      bulk.upsert(
        PHONEBOOK,
        [...entries].sort((a, b) => (a.channelId + a.key < b.channelId + b.key ? -1 : 1)),
      ),
  };
}
