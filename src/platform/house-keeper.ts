import type { House, Reads } from '../ports/store';

/** Keeps the newest configuration that this process has seen. */
export async function houseKeeper(reads: Pick<Reads, 'house' | 'houseVersion'>) {
  let newest = await reads.house();
  const keep = (house: House) => {
    if (house.version > newest.version) newest = house;
  };
  return {
    current: () => newest,
    keep,
    async refresh() {
      if ((await reads.houseVersion()) !== newest.version) keep(await reads.house());
      return newest;
    },
  };
}
