import { waitBefore } from './backoff';
import { isPassing, Refused } from './net';
import type { Given } from './parts';
import type { Config } from './wire';

const LONGEST_WAIT = 60_000;
/** What is no bad moment of the network: the desk has answered in between. */
const REFUSALS = 2;

/** Asks the desk for the channel until it answers; null: it does not serve this page. */
export async function readConfig({ net }: Pick<Given, 'net'>): Promise<Config | null> {
  for (let attempt = 0, refusals = 0; ; attempt++) {
    try {
      return await net.config();
    } catch (error) {
      if (!(error instanceof Refused) && (await net.answers())) refusals++;
      if (!isPassing(error) || refusals === REFUSALS) {
        console.warn(`Relaydesk: no chat on this page (${error instanceof Refused ? error.code : 'is this site allowed?'})`);
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, waitBefore(attempt, LONGEST_WAIT, Math.random)));
    }
  }
}
