import type { Sign, Tx } from '../ports/store';
import { WEBHOOK_SIGNS } from './schema';
import type { Work } from './work';

/** What is known of webhooks, a row for each channel and sign. Two processes that see one first at once: one begins again. */
export function signsIn({ query, bulk }: Work): Pick<Tx, 'keepSigns'> {
  return {
    async keepSigns(signs) {
      const fresh: Sign[] = [];
      for (const sign of signs) {
        const { affected } = await query(
          'update webhook_signs set times = times + ?, lastAt = case when lastAt < ? then ? else lastAt end where channelId = ? and name = ?',
          [sign.times, sign.lastAt, sign.lastAt, sign.channelId, sign.name],
        );
        if (affected === 0) fresh.push(sign);
      }
      await bulk.insert(WEBHOOK_SIGNS, fresh);
      return fresh;
    },
  };
}
