import { bucketAt, type Stretch } from './periods';
import { add, type Tally, tallyOver } from './tallies';

/** Kept counts of messages, column by column. A key is channel, direction, author, author's id (or nothing) and type with a space between each. */
interface MessageColumns {
  readonly keys: readonly string[];
  readonly numbers: { readonly [Name in 'quarter' | 'times']: readonly number[] };
}

/** Messages by several things; names are `<direction> <thing>`, those of `agents` ids alone. */
export interface MessageSums {
  readonly ways: Tally;
  readonly authors: Tally;
  readonly types: Tally;
  readonly channels: Tally;
  readonly agents: Tally;
  add(columns: MessageColumns): void;
}

export function summingMessages(buckets: readonly Stretch[]): MessageSums {
  const tally = () => tallyOver(buckets.length);
  const sums = { ways: tally(), authors: tally(), types: tally(), channels: tally(), agents: tally() };
  const known = new Map<string, readonly Float64Array[]>();
  return {
    ...sums,
    add({ keys, numbers }) {
      for (const [at, key] of keys.entries()) {
        const places = known.get(key) ?? placesFor(key, sums);
        known.set(key, places);
        const bucket = bucketAt(buckets, numbers.quarter[at] as number);
        for (const place of places) add(place, bucket, numbers.times[at] as number);
      }
    },
  };
}

function placesFor(key: string, { ways, authors, types, channels, agents }: Omit<MessageSums, 'add'>): Float64Array[] {
  const [channelId = '', way = '', author = '', authorId = '', type = ''] = key.split(' ');
  const places = [ways.place(way), authors.place(`${way} ${author}`), types.place(`${way} ${type}`), channels.place(`${way} ${channelId}`)];
  return author === 'agent' && way === 'out' ? [...places, agents.place(authorId)] : places;
}
