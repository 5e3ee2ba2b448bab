import { phoneWord, wordsIn } from '../contact-words';
import type { Database } from '../database';
import { among } from '../work';

/** A search keeps this many of the newest hits of a kind; who looks for one ticket among more says more. */
const HITS = 500;
const LAST_CHARACTER = '\u{10ffff}';
const LARGEST_NUMBER = 2_147_483_647;
const FEWEST_DIGITS = 6;

/** Ids of the tickets that a search finds; null when nothing was searched. */
export async function found(database: Database, q: string | undefined): Promise<string[] | null> {
  const asked = q?.trim();
  if (!asked) return null;
  const numbered = /^#(\d{1,10})$/.exec(asked)?.[1];
  if (numbered) return byNumber(database, Number(numbered));
  const digits = asked.replace(/[\s()+.-]/g, '');
  if (/^\d+$/.test(digits)) return [...(await byNumber(database, Number(digits))), ...(await ofContacts(database, await contactsByPhone(database, digits)))];
  return ofContacts(database, await contactsByWords(database, asked));
}

async function byNumber({ query }: Database, number: number): Promise<string[]> {
  if (number > LARGEST_NUMBER) return [];
  const { rows } = await query('select id from tickets where number = ?', [number]);
  return rows.map((row) => row.id as string);
}

async function ofContacts({ query, dialect }: Database, contactIds: readonly string[]): Promise<string[]> {
  if (contactIds.length === 0) return [];
  const those = among(dialect, contactIds);
  const { rows } = await query(
    `select t.id from chats c join tickets t on t.chatId = c.id where c.contactId ${those.sql} order by t.id desc limit ?`,
    [those.value, HITS * 4],
  );
  return rows.map((row) => row.id as string);
}

/** Contacts that a search names: by the last digits of the phone, or by words with which parts of their names begin. */
export function contactsFound(database: Database, q: string): Promise<string[]> {
  const digits = q.replace(/[\s()+.-]/g, '');
  return /^\d+$/.test(digits) ? contactsByPhone(database, digits) : contactsByWords(database, q);
}

async function contactsByPhone(database: Database, digits: string): Promise<string[]> {
  return digits.length < FEWEST_DIGITS ? [] : beginningWith(database, phoneWord(digits));
}

async function contactsByWords(database: Database, text: string): Promise<string[]> {
  const [first, ...others] = wordsIn(text).sort((a, b) => b.length - a.length);
  if (first === undefined) return [];
  let ids = await beginningWith(database, first);
  for (const word of others) ids = ids.length === 0 ? [] : await beginningWith(database, word, ids);
  return ids;
}

/** Contacts with a word that begins like this; the newest of them, or those among `within`. */
async function beginningWith({ query, dialect }: Database, start: string, within?: readonly string[]): Promise<string[]> {
  const those = within && among(dialect, within);
  const { rows } = await query(
    `select distinct contactId from contact_words where word >= ? and word < ?${those ? ` and contactId ${those.sql}` : ''} order by contactId desc limit ?`,
    [start, start + LAST_CHARACTER, ...(those ? [those.value] : []), HITS],
  );
  return rows.map((row) => row.contactId as string);
}
