import type { Message } from '../domain/message';
import type { InChat } from '../ports/store';
import { decode, selected } from './rows';
import { MESSAGES } from './schema';
import type { Work } from './work';

/** A message's rev is never below its seq, so the index by rev finds what is newer than a seq. */
export const NEWER = 'm.rev > :seq and m.seq > :seq';

interface Wanted {
  /** How a message stands to its chat's place; `:seq` is that place. */
  readonly place: string;
  readonly condition: string;
  readonly values?: readonly unknown[];
  /** At most so many of each chat, the newest. */
  readonly limit?: number;
}

const COLUMNS = selected(MESSAGES, 'm');

/** Messages of several chats, each from a place of its own, in one statement; in the order of their chats. */
export async function inEach(work: Work, places: readonly InChat[], wanted: Wanted): Promise<Message[]> {
  if (places.length === 0) return [];
  const { sql, values } = newest(among(work, places, wanted), wanted);
  return (await work.query(`${sql} order by m.chatId, m.seq`, values)).rows.map((row) => decode(MESSAGES, row));
}

interface Part {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function among({ dialect }: Work, places: readonly InChat[], { place, condition, values = [] }: Wanted): Part {
  if (dialect === 'sqlite') {
    const list = JSON.stringify(places.map(({ chatId, seq }) => [chatId, seq]));
    const on = `m.chatId = j.value ->> 0 and ${place.replaceAll(':seq', 'j.value ->> 1')}`;
    return { sql: `from json_each(?) j cross join messages m on ${on} where ${condition}`, values: [list, ...values] };
  }
  const one = `(m.chatId = ? and ${place.replaceAll(':seq', '?')})`;
  const marks = place.split(':seq').length - 1;
  const list = places.flatMap(({ chatId, seq }) => [chatId, ...Array.from({ length: marks }, () => seq)]);
  return { sql: `from messages m where (${places.map(() => one).join(' or ')}) and ${condition}`, values: [...list, ...values] };
}

function newest({ sql, values }: Part, { limit }: Wanted): Part {
  if (limit === undefined) return { sql: `select ${COLUMNS} ${sql}`, values };
  const nth = 'row_number() over (partition by m.chatId order by m.seq desc) as nth';
  return { sql: `select ${COLUMNS} from (select ${COLUMNS}, ${nth} ${sql}) m where m.nth <= ?`, values: [...values, limit] };
}
