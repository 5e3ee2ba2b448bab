import { catchUp } from '../../src/actions/figures/catch-up';
import { packDays } from '../../src/actions/figures/pack-days';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { addStage } from '../../src/actions/workspace/add-stage';
import { readConfig } from '../../src/config';
import { type House, openHouse } from '../../src/house';
import { queueAnswers } from '../support/answering';
import { bareFor } from '../support/bare';
import { serve } from '../support/child';
import { type Deletion, deleteStage } from '../support/deleting';
import { furnish } from '../support/furnish';
import { live } from '../support/lives';
import { type Receiving, receiveFor, statementsFor } from '../support/receiving';
import { type Seeding, seed } from '../support/seed';

type Env = Record<string, string>;

let house: House | null = null;
const desk = () => {
  if (!house) throw new Error('open a house first');
  return house.desk;
};
const databaseUrl = (env: Env) => readConfig(env).databaseUrl;

/** The product's actions on a database of their own, without a server in front. */
export const answers = serve({
  async open(env: Env): Promise<void> {
    house = await openHouse(readConfig(env));
  },
  async close(): Promise<void> {
    await house?.close();
    house = null;
  },
  /** Answers the id of the channel. */
  furnish: (): Promise<string> => furnish(desk()),
  async seed(input: Pick<Seeding, 'tickets' | 'due' | 'stage'>): Promise<void> {
    const agents = await desk().store.reads.agents({ limit: 200, cursor: null }, { role: 'agent' });
    const channelIds = desk()
      .house.current()
      .channels.map(({ id }) => id);
    await seed(desk(), { ...input, channelIds, agentIds: agents.data.map(({ id }) => id) });
  },
  /** Whole lives of so many tickets, counted; answers how many traces were counted a second. */
  async live(input: { tickets: number; days: number }): Promise<number> {
    // A desk that has counted once keeps no look-out for tickets from before there were traces.
    await catchUp(desk());
    const agents = await desk().store.reads.agents({ limit: 200, cursor: null }, { role: 'agent' });
    const stages = [
      await addStage(desk(), { name: 'Assigned', color: 'violet' }),
      await addStage(desk(), { name: 'With the courier', color: 'teal' }),
    ];
    const channelIds = desk()
      .house.current()
      .channels.map(({ id }) => id);
    await live(desk(), {
      ...input,
      channelIds,
      agentIds: agents.data.map(({ id }) => id),
      stages: [stages[0]?.key ?? '', stages[1]?.key ?? ''],
    });
    const began = performance.now();
    await catchUp(desk());
    const rate = ((await desk().store.reads.folded()).traces * 1000) / (performance.now() - began);
    // As a desk has its days that was there all the time; of a few tickets nobody could tell.
    if (input.tickets >= 100_000) await packDays(desk());
    return rate;
  },
  async sweep(): Promise<{ swept: number; seconds: number }> {
    const began = performance.now();
    const swept = await sweepTickets(desk());
    return { swept, seconds: (performance.now() - began) / 1000 };
  },
  addStage: async (name: string): Promise<void> => void (await addStage(desk(), { name, color: 'sky' })),
  deleteStage: (key: string): Promise<Deletion> => deleteStage(desk(), key),
  queue: (input: Parameters<typeof queueAnswers>[1]): Promise<void> => queueAnswers(desk(), input),
  receive: (input: Receiving): Promise<number> => receiveFor(desk(), input),
  statements: ({ env, ...input }: Receiving & { env: Env }): Promise<number> => statementsFor(desk(), databaseUrl(env), input),
  bare: ({ env, ...input }: { env: Env; batch: number; seconds: number }): Promise<number> => bareFor(databaseUrl(env), input),
});
export type WorkAnswers = typeof answers;
