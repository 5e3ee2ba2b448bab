import { nextBucket, type Stretch } from './periods';
import { type Columns, numbering, timesOfKeys } from './side-by-side';
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

const [CHANNEL, WAY, AUTHOR, AUTHOR_ID, TYPE] = [0, 1, 2, 3, 4] as const;

/** `waysOnly`: by direction alone. */
export function summingMessages(buckets: readonly Stretch[], waysOnly: boolean): MessageSums {
  const tally = () => tallyOver(buckets.length);
  const sums = { ways: tally(), authors: tally(), types: tally(), channels: tally(), agents: tally() };
  const { texts, numberOf } = numbering();
  const thing = placing(texts, sums);
  const placesFor = (way: number, its: (axis: number) => number): Float64Array[] => {
    if (waysOnly) return [thing.way(way)];
    const author = its(AUTHOR);
    const places = [thing.way(way), thing.author(way, author), thing.type(way, its(TYPE)), thing.channel(way, its(CHANNEL))];
    return texts[author] === 'agent' && texts[way] === 'out' ? [...places, thing.agent(its(AUTHOR_ID))] : places;
  };
  return {
    ...sums,
    add(columns) {
      const { rows, axes, tuples, keys, since, moments, numbers } = columns;
      const known = columns.texts.map(numberOf);
      const bucketOf = nextBucket(buckets);
      const placesOf = Array.from(timesOfKeys(columns), (often, key) => {
        const its = (axis: number): number => known[tuples[key * axes + axis] as number] as number;
        return often === 0 ? [] : placesFor(its(WAY), its);
      });
      for (let at = 0; at < rows; at++) {
        const bucket = bucketOf(since + (moments[at] as number));
        const times = numbers.times[at] as number;
        const places = placesOf[keys[at] as number] as readonly Float64Array[];
        for (let one = 0; one < places.length; one++) add(places[one] as Float64Array, bucket, times);
      }
    },
  };
}

/** Where what counts, by the numbers of its texts: a day has a thousand keys, and names would be made for each of them. */
function placing(texts: readonly string[], { ways, authors, types, channels, agents }: Omit<MessageSums, 'add'>) {
  const pairs = (tally: Tally) => {
    const known: Float64Array[][] = [];
    return (way: number, other: number): Float64Array => {
      const its = known[way] ?? [];
      known[way] = its;
      const place = its[other] ?? tally.place(`${texts[way]} ${texts[other]}`);
      its[other] = place;
      return place;
    };
  };
  const [author, type, channel] = [pairs(authors), pairs(types), pairs(channels)];
  return {
    author,
    type,
    channel,
    way: (way: number) => ways.place(texts[way] as string),
    agent: (id: number) => agents.place(texts[id] as string),
  };
}
