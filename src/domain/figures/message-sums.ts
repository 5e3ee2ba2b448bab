import { nextBucket, type Stretch } from './periods';
import { type Columns, textOf, timesOfKeys } from './side-by-side';
import { add, type Tally, tallyOver } from './tallies';

/** Messages by several things; names are `<direction> <thing>`, those of `agents` ids alone. */
export interface MessageSums {
  readonly ways: Tally;
  readonly authors: Tally;
  readonly types: Tally;
  readonly channels: Tally;
  readonly agents: Tally;
  /** Kept counts; keys: channel, direction, author, author's id (or nothing), type. */
  add(columns: Columns<'times'>): void;
}

/** `waysOnly`: by direction alone. */
export function summingMessages(buckets: readonly Stretch[], waysOnly: boolean): MessageSums {
  const tally = () => tallyOver(buckets.length);
  const sums = { ways: tally(), authors: tally(), types: tally(), channels: tally(), agents: tally() };
  return {
    ...sums,
    add(columns) {
      const { rows, keys, since, moments, numbers } = columns;
      const bucketOf = nextBucket(buckets);
      const placesOf = Array.from(timesOfKeys(columns), (often, key) => (often === 0 ? [] : placesFor(columns, key, sums, waysOnly)));
      for (let at = 0; at < rows; at++) {
        const bucket = bucketOf(since + (moments[at] as number));
        const times = numbers.times[at] as number;
        for (const place of placesOf[keys[at] as number] as readonly Float64Array[]) add(place, bucket, times);
      }
    },
  };
}

function placesFor(columns: Columns, key: number, sums: Omit<MessageSums, 'add'>, waysOnly: boolean): Float64Array[] {
  const { ways, authors, types, channels, agents } = sums;
  const [channelId, way, author, authorId, type] = [0, 1, 2, 3, 4].map((axis) => textOf(columns, key, axis)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (waysOnly) return [ways.place(way)];
  const places = [ways.place(way), authors.place(`${way} ${author}`), types.place(`${way} ${type}`), channels.place(`${way} ${channelId}`)];
  return author === 'agent' && way === 'out' ? [...places, agents.place(authorId)] : places;
}
