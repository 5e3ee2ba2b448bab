import { numbering } from './numbering';
import { nextBucket, type Stretch } from './periods';
import { add, type Tally, tallyOver } from './tallies';

/** Kept counts of messages, column by column; a comma between keys: channel, direction, author, author's id (or nothing) and type with spaces. */
interface MessageColumns {
  readonly rows: number;
  readonly keys: string;
  readonly numbers: { readonly [Name in 'quarter' | 'times']: Float64Array };
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
  const keys = numbering();
  const placesOf: (readonly Float64Array[])[] = [];
  const bucketOf = nextBucket(buckets);
  return {
    ...sums,
    add({ rows, keys: list, numbers: { quarter, times } }) {
      const numbers = keys.numbersIn(list, rows);
      for (const key of keys.texts.slice(placesOf.length)) placesOf.push(placesFor(key, sums));
      for (let at = 0; at < rows; at++) {
        const bucket = bucketOf(quarter[at] as number);
        for (const place of placesOf[numbers[at] as number] as readonly Float64Array[]) add(place, bucket, times[at] as number);
      }
    },
  };
}

function placesFor(key: string, { ways, authors, types, channels, agents }: Omit<MessageSums, 'add'>): Float64Array[] {
  const [channelId = '', way = '', author = '', authorId = '', type = ''] = key.split(' ');
  const places = [ways.place(way), authors.place(`${way} ${author}`), types.place(`${way} ${type}`), channels.place(`${way} ${channelId}`)];
  return author === 'agent' && way === 'out' ? [...places, agents.place(authorId)] : places;
}
