import { openTwin, type Twin } from '../../emulator';
import { serve } from '../support/child';
import { ACCOUNT_ID, APP_SECRET, NUMBER_ID, nameOf, phoneOf, VERIFY_TOKEN } from '../support/customers';
import { percentile } from '../support/numbers';

let twin: Twin | null = null;
const world = () => {
  if (!twin) throw new Error('open a twin first');
  return twin;
};

/** What came through Graph since the last `forget`. */
export interface Arrived {
  readonly messages: number;
  /** From the first that was taken to the last. */
  readonly seconds: number;
  /** Messages that came twice, or before one that was written earlier in their chat. */
  readonly wrong: number;
}

/** The network outside: a number that takes as much as comes, and customers who have just written. */
export const answers = serve({
  /** Answers what GRAPH_API_URL is to be. */
  async open({ from, customers }: { from: number; customers: number }): Promise<string> {
    twin = await openTwin({ seed: 'a benchmark' });
    const [perSecond, pairBurst] = [1e9, 1e9];
    const number = {
      id: NUMBER_ID,
      kind: 'whatsapp',
      businessId: ACCOUNT_ID,
      token: 'none',
      appSecret: APP_SECRET,
      verifyToken: VERIFY_TOKEN,
    };
    await twin.act('account', { ...number, limits: { perSecond, pairBurst } });
    for (let n = from; n < from + customers; n++) {
      await twin.act('customer', { id: `customer ${n}`, name: nameOf(n), phone: phoneOf(n) });
      await twin.act('say', { account: NUMBER_ID, customer: `customer ${n}`, text: 'Hello' });
    }
    return twin.url;
  },
  /** How far what is sent gets by itself; without receipts nothing comes back. */
  async receipts({ upTo, webhook }: { upTo: 'none' | 'read'; webhook: string | null }): Promise<void> {
    await world().act('dial', { receipts: upTo, batch: 100 });
    if (webhook) await world().act('webhook', { account: NUMBER_ID, url: webhook });
  },
  arrived(): Arrived {
    const sent = [...world().world.messages.values()].filter(({ by }) => by === 'business');
    const last = new Map<string, number>();
    let wrong = 0;
    for (const { customer, content } of sent) {
      const number = Number((content.text as { body: string }).body.split(' ').at(-1));
      if (number <= (last.get(customer) ?? -1)) wrong += 1;
      last.set(customer, number);
    }
    return { messages: sent.length, seconds: ((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)) / 1000, wrong };
  },
  /** Webhooks that were answered, and how long the answers took. */
  told(): { posts: number; p99: number } {
    const done = world()
      .posts()
      .filter(({ state }) => state === 'delivered');
    return {
      posts: done.at(-1)?.number ?? 0,
      p99: percentile(
        done.map(({ attempts }) => attempts.at(-1)?.took ?? 0),
        0.99,
      ),
    };
  },
  async forget(): Promise<void> {
    for (const [id, { by }] of world().world.messages) if (by === 'business') world().world.messages.delete(id);
  },
});
export type TwinAnswers = typeof answers;
