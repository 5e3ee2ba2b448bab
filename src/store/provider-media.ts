import type { ProviderMediaReads, ProviderMediaTx } from '../ports/store';
import type { Database } from './database';
import { decode, selected } from './rows';
import { PROVIDER_MEDIA } from './schema';
import type { Work } from './work';

/** What networks call files that they were handed. */
export function providerMediaReads({ query }: Database): ProviderMediaReads {
  return {
    async providerMedia({ channelId, hash, type }) {
      const { rows } = await query(
        `select ${selected(PROVIDER_MEDIA, 'p')} from provider_media p where p.channelId = ? and p.hash = ? and p.type = ?`,
        [channelId, hash, type],
      );
      return rows[0] ? decode(PROVIDER_MEDIA, rows[0]) : null;
    },
  };
}

export const providerMediaIn = ({ bulk }: Work): ProviderMediaTx => ({
  saveProviderMedia: (media) => bulk.upsert(PROVIDER_MEDIA, [media]),
});
