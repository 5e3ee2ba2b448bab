import { type Truth, truthIn } from './truth';
import { until } from './until';
import { wrongs } from './wrongs';

/** The memory of a running desk once its sweep has followed the newest configuration: that takes it up to one SWEEP_CRON. */
export async function atRest(url: string): Promise<Truth> {
  const isDated = async () => wrongs(await truthIn(url)).every((wrong) => !wrong.includes('looked at'));
  await until('every ticket is dated by the newest settings', isDated, 30_000);
  return truthIn(url);
}
