import fc from 'fast-check';
import { openIntake } from '../../src/actions/hearing/intake';
import { mutated } from '../channels/support/mutate';
import { expectSound } from '../conformance/sound';
import { databases } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';
import { withDice } from './support/dice';
import { DRIVERS } from './support/drivers';
import { doorOf } from './support/in-process';
import { sized } from './support/size';
import { truthIn } from './support/truth';
import { wrongs } from './support/wrongs';

const MUTATIONS = sized(100, 10_000);
const BATCH = 50;

describe.each(databases())('what no network ever said, told to a desk on $name', ({ create }) => {
  let url: string;
  let house: TestDesk;
  let door: Awaited<ReturnType<typeof doorOf>>;

  beforeAll(async () => {
    const database = await create();
    ({ url } = database);
    house = await aDesk(database);
    door = await doorOf(house);
  });
  afterAll(async () => {
    await door.close();
    await house.close();
  });

  it.each(DRIVERS.filter(({ told }) => told.length > 0))(
    `is stored as what it is or kept as unreadable: ${MUTATIONS} mutations of $kind`,
    ({ kind, drive, told }) =>
      withDice(async (dice) => {
        const { channel, close } = await drive({ house, door });
        const hear = house.desk.kinds.get(kind)?.hear ?? (() => []);
        const intake = openIntake(house.desk);
        const damaged = fc.constantFrom(...told).chain(mutated);
        for (let done = 0; done < MUTATIONS; done += BATCH) {
          const heard = fc.sample(damaged, { seed: dice.below(2 ** 31), numRuns: BATCH }).flatMap((body) => hear(body));
          heard.forEach(expectSound);
          await intake.submit([{ channelId: channel.id, heard }], JSON.stringify(heard).length);
        }
        await intake.stop();
        await close();
        expect(await failedOn(channel.id)).toEqual([]);
        expect(wrongs(await truthIn(url))).toEqual([]);
      }),
    120_000,
  );

  /** Why events came to nothing, but those that could not be read. */
  async function failedOn(channelId: string): Promise<string[]> {
    const failed: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await house.desk.store.reads.webhookEvents(channelId, 'failed', { limit: 200, cursor });
      failed.push(...page.data.flatMap(({ kind, reason }) => (kind === 'unreadable' ? [] : [`${kind}: ${reason}`])));
      if (page.nextCursor === null) return failed;
      cursor = page.nextCursor;
    }
  }
});
