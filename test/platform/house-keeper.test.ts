import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { houseKeeper } from '../../src/platform/house-keeper';
import type { House } from '../../src/ports/store';

const house = (version: number): House => ({
  version,
  policyVersion: version,
  settings: DEFAULT_SETTINGS,
  channels: [],
  stages: [],
  bots: [],
  teams: [],
  rules: [],
  targets: [],
  fields: [],
  awayReasons: [],
});

function memory(version: number) {
  const reads = {
    version,
    whole: 0,
    house: async () => ({ ...house(reads.version), read: ++reads.whole }),
    houseVersion: async () => reads.version,
  };
  return reads;
}

it('begins with what the store has', async () => {
  const keeper = await houseKeeper(memory(3));
  expect(keeper.current().version).toBe(3);
});

it('reads again only when the store has another version', async () => {
  const reads = memory(3);
  const keeper = await houseKeeper(reads);
  await keeper.refresh();
  expect(reads.whole).toBe(1);
  reads.version = 4;
  expect((await keeper.refresh()).version).toBe(4);
  expect(reads.whole).toBe(2);
});

it('keeps what a transaction has read, unless it knows something newer', async () => {
  const keeper = await houseKeeper(memory(3));
  keeper.keep(house(5));
  keeper.keep(house(4));
  expect(keeper.current().version).toBe(5);
});
