import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { LoadAnswers } from '../children/load';
import type { WorkAnswers } from '../children/work';
import { type Child, openChild } from '../support/child';
import { deadlocksOn, openPlace } from '../support/place';
import { furnished, mustBeStored } from './inbound';

/** Two instances on one MariaDB, whose customers overlap, against one of them. */
export const two: Row = {
  name: 'two-instances',
  says: 'two instances on one MariaDB against one',
  needs: 'mariadb',
  async run(bench) {
    const place = await openPlace(bench.mariadb);
    const [load, work] = [openChild<LoadAnswers>('load'), openChild<WorkAnswers>('work')];
    const desks = [openChild<DeskAnswers>('desk'), openChild<DeskAnswers>('desk')];
    try {
      const channel = await furnished(work, place.env);
      const urls: string[] = [];
      for (const desk of desks) urls.push(`${await desk.ask('start', place.env)}/webhooks/${channel}`);
      await compare(bench, load, urls);
      for (const desk of desks) await desk.ask('stop');
    } finally {
      await Promise.all([load, work, ...desks].map((child) => child.end()));
      await place.remove();
    }
  },
};

async function compare({ size, mariadb, measured }: Bench, load: Child<LoadAnswers>, urls: readonly string[]): Promise<void> {
  const asked = { connections: size.connections, from: 0, customers: size.knownCustomers };
  const before = await deadlocksOn(mariadb?.url ?? '');
  for (let round = 0; round < size.rounds; round++) {
    const rates: number[] = [];
    for (const at of [urls.slice(0, 1), urls]) {
      await load.ask('load', { ...asked, urls: at, seconds: size.warm });
      const answered = await load.ask('load', { ...asked, urls: at, seconds: size.seconds });
      mustBeStored(answered);
      rates.push(answered.perSecond);
    }
    const [one = 0, both = 0] = rates;
    measured('two.one', one);
    measured('two.both', both);
    measured('two.ratio', both / one);
  }
  measured('two.deadlocks', (await deadlocksOn(mariadb?.url ?? '')) - before);
}
