import { whatsappCloud } from '../../channels/whatsapp-cloud';
import type { Desk } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { type Item, receive } from '../../src/actions/hearing/receive';
import { storeOver } from '../../src/store';
import { openDatabase, type Query } from '../../src/store/database';
import { messageBody } from './customers';

export interface Receiving {
  readonly channelId: string;
  readonly batch: number;
  readonly seconds: number;
  /** The first customer; each event from the next one, or from any of so many. */
  readonly from: number;
  readonly customers: 'each' | number;
}

const BEGIN_AND_COMMIT = 2;
const run = Date.now().toString(36);
const people = openPeople();
let made = 0;
let met = 0;

/** Events stored a second by `receive` alone, one batch after the other: what the way in could reach if HTTP cost nothing. */
export async function receiveFor(desk: Desk, input: Receiving): Promise<number> {
  let stored = 0;
  let took = 0;
  while (took < input.seconds * 1000) {
    const items = batchOf(input);
    const began = performance.now();
    await receive(desk, items, people);
    took += performance.now() - began;
    stored += items.length;
  }
  return (stored / took) * 1000;
}

/** The most statements that one batch took, with begin and commit; ticket numbers, a block at a time, are left out. */
export async function statementsFor(desk: Desk, url: string, input: Receiving): Promise<number> {
  const database = await openDatabase(url);
  const counts: number[] = [];
  const transaction = <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    let count = BEGIN_AND_COMMIT;
    const counted =
      (query: Query): Query =>
      (sql, values) => {
        count += 1;
        return query(sql, values);
      };
    return database.transaction((query) => work(counted(query))).finally(() => counts.push(count));
  };
  const store = storeOver({ ...database, transaction }, desk);
  for (let n = 0; n < 10; n++) await receive({ ...desk, store }, batchOf(input), openPeople());
  await store.close();
  return Math.max(...counts);
}

function batchOf({ channelId, batch, from, customers }: Receiving): Item[] {
  return Array.from({ length: batch }, () => {
    const customer = from + (customers === 'each' ? met++ : Math.floor(Math.random() * customers));
    return { channelId, heard: heardFrom(customer) };
  });
}

/** A customer's next message, as WhatsApp tells it. */
export function heardFrom(customer: number): Item['heard'] {
  made += 1;
  const [heard] = whatsappCloud.hear?.(JSON.parse(messageBody(customer, `${run}${process.pid.toString(36)}x${made}`))) ?? [];
  if (!heard) throw new Error('the benchmark speaks no WhatsApp');
  return heard;
}
