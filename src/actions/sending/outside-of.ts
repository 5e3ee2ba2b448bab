import { type Outside, SendFailure } from '../../ports/channel';
import type { Channel } from '../../ports/store';
import type { Desk } from '../desk';
import { ownPages } from '../webchat/own-pages';

/**
 * What a channel calls: the world, or for a trial channel the twin. Decided here alone and by the mark on the channel, so that
 * no configuration leads a real channel to the twin, nor a trial channel away from it.
 */
export function outsideOf(
  desk: Pick<Desk, 'outside' | 'trialLine' | 'lines' | 'store' | 'files' | 'bus'>,
  { id, trialSince }: Pick<Channel, 'id' | 'trialSince'>,
): Outside {
  const { outside, trialLine, lines } = desk;
  const line = lines?.ready(id);
  if (trialSince === null) return { ...outside, ...(line ? { line } : {}), pages: ownPages(desk, id) };
  if (!trialLine?.url) throw CLOSED;
  return { ...outside, graphUrl: trialLine.url };
}

const CLOSED = new SendFailure(
  'later',
  { code: 'transient', providerCode: null, detail: 'The built-in phone is not open.' },
  { retryAfter: 1000 },
);
