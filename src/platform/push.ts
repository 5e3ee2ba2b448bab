import type { Log } from '../ports/log';
import type { Push, PushEnd } from '../ports/push';
import type { Outgoing, Reach } from './outside-address';

/** How long a push service keeps what a browser that is off did not get: a doorbell is worth nothing later. Seconds. */
const KEPT = 30 * 60;
const GONE: ReadonlySet<number> = new Set([404, 410]);

interface Needs {
  /** Whom a push service may write to: an address of ours. */
  readonly subject: string;
  readonly reach: Reach;
  readonly log: Log;
}

/** Web push (RFC 8030) with an encrypted payload and VAPID. */
export function webPush({ subject, reach, log }: Needs): Push {
  return {
    async send(to, keys, { topic, payload }): Promise<PushEnd> {
      try {
        if (!to.endpoint.startsWith('https://')) throw new Error('a push service speaks https only');
        const { generateRequestDetails } = (await import('web-push')).default; // at the first push: most desks never need it
        const vapidDetails = { subject, ...keys };
        const { endpoint, method, headers, body } = generateRequestDetails(to, payload, {
          vapidDetails,
          TTL: KEPT,
          urgency: 'high',
          topic,
        });
        return endOf(await reach(endpoint, { method: method as Outgoing['method'], headers: headers as Outgoing['headers'], body }), log);
      } catch (error) {
        log.warn('a push was not sent', { cause: String(error) });
        return 'failed';
      }
    },
  };
}

function endOf(status: number, log: Log): PushEnd {
  if (status >= 200 && status < 300) return 'sent';
  if (GONE.has(status)) return 'gone';
  log.warn('a push service refused a push', { status });
  return 'failed';
}
