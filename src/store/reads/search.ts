import type { Content } from '../../domain/content';
import type { Database } from '../database';
import { fromItsEnd, oneWord, wordsIn, wordsSaid } from '../words';
import { among } from '../work';

/** A search keeps this many of the newest hits of a kind; who looks for one ticket among more says more. */
const HITS = 500;
const FEWEST_DIGITS = 6;
/** The ids of a network all begin alike, with the letters of a country. */
const FEWEST_LETTERS = 4;
const LARGEST_NUMBER = 2_147_483_647;
const LAST_CHARACTER = '\u{10ffff}';
/** On MySQL, words are looked for in this many of the newest messages: its full-text index would cost each message more than the search is worth (docs/adr). */
const NEWEST_MESSAGES = 20_000;
/** The beginning of a word this short is in too many messages. */
const SHORT = 3;

const NAMES = ['word1', 'word2', 'word3'];

/** Ids of the tickets that a search finds: by number, phone, name or what was said; null when nothing was searched. */
export async function found(database: Database, q: string | undefined): Promise<string[] | null> {
  const asked = q?.trim();
  if (!asked) return null;
  const numbered = /^#(\d+)$/.exec(asked)?.[1];
  if (numbered) return byNumber(database, Number(numbered));
  const named = await ofContacts(database, await contactsFound(database, asked));
  const said = asked.startsWith('@') ? [] : await bySaying(database, wordsIn(asked));
  const digits = digitsOf(asked);
  return [...new Set([...(digits ? await byNumber(database, Number(digits)) : []), ...named, ...said])];
}

/** Ids of the contacts that a search names: by the last digits of a number, or by words with which their names begin, also by such as they had formerly. */
export async function contactsFound(database: Database, q: string): Promise<string[]> {
  const digits = digitsOf(q);
  if (digits) return stillThere(database, await byPhone(database, digits.replace(/^0+/, '')));
  const userName = oneWord(q);
  if (userName === null) return [];
  const called = [...(await beginningWith(database, ['word4'], userName)), ...(await contactsNamed(database, wordsIn(q)))];
  return stillThere(database, [...called, ...(userName.length < FEWEST_LETTERS ? [] : await knownAs(database, userName))]);
}

/** What people dial before a number, 0 or 00, is no part of it. */
async function byPhone(database: Database, digits: string): Promise<string[]> {
  if (digits.length < FEWEST_DIGITS) return [];
  const end = fromItsEnd(digits);
  return [...(await beginningWith(database, ['phoneEnd'], end)), ...(await knownAs(database, end))];
}

/** Contacts whom a network names so, or did. */
async function knownAs({ query }: Database, start: string): Promise<string[]> {
  const lists = ['identities', 'past_identities'].flatMap((table) => ['alias', 'spelt'].map((column) => [table, column] as const));
  const one = ([table, column]: readonly [string, string]) =>
    `select contactId from (select contactId from ${table} where ${column} >= ? and ${column} < ? limit ?) ${table}_${column}`;
  const { rows } = await query(
    lists.map(one).join(' union '),
    lists.flatMap(() => [start, start + LAST_CHARACTER, HITS]),
  );
  return rows.map((row) => row.contactId as string);
}

/** In place of a contact that was found to be another, that other. */
async function stillThere({ query, dialect }: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const those = among(dialect, [...new Set(ids)]);
  const { rows } = await query(`select distinct coalesce(mergedInto, id) as id from contacts where id ${those.sql}`, [those.value]);
  return rows.map((row) => row.id as string);
}

/** Contacts whose names have all these words, or begin them. */
async function contactsNamed(database: Database, words: readonly string[]): Promise<string[]> {
  const [first = '', ...others] = [...words].sort((a, b) => b.length - a.length);
  let ids = await beginningWith(database, NAMES, first);
  for (const word of others) ids = ids.length === 0 ? [] : await beginningWith(database, NAMES, word, ids);
  return ids;
}

/** What stands between digits: spaces, any dash, brackets, and the marks of direction that are copied along. */
const SPELLED = /[\s\p{Pd}\p{Cf}()+./]/gu;

/** The digits of what is a number or a phone in any spelling; null for anything else. */
function digitsOf(q: string): string | null {
  const digits = q.replace(/^tel:/i, '').replace(SPELLED, '');
  return /^\d+$/.test(digits) ? digits : null;
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

/** Contacts of which one of these columns begins so; the newest of them, or those among `within`. */
async function beginningWith(
  { query, dialect }: Database,
  columns: readonly string[],
  start: string,
  within?: readonly string[],
): Promise<string[]> {
  const those = within ? among(dialect, within) : null;
  const one = (column: string) =>
    `select id from (select id from contacts where ${column} >= ? and ${column} < ?${those ? ` and id ${those.sql}` : ''} limit ?) ${column}s`;
  const values = columns.flatMap(() => [start, start + LAST_CHARACTER, ...(those ? [those.value] : []), HITS * 4]);
  const { rows } = await query(`select id from (${columns.map(one).join(' union ')}) named order by id desc limit ?`, [...values, HITS]);
  return rows.map((row) => row.id as string);
}

async function bySaying(database: Database, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const { dialect, query } = database;
  const candidates = dialect === 'sqlite' ? await indexed(database, words) : await scanned(database, words);
  if (candidates.length === 0) return [];
  const those = among(dialect, candidates);
  const { rows } = await query(
    `select ticketId, content from messages where id ${those.sql} and ticketId is not null and deletedAt is null`,
    [those.value],
  );
  const tickets = rows.filter((row) => says(JSON.parse(row.content as string) as Content, words)).map((row) => row.ticketId as string);
  return [...new Set(tickets)];
}

/** Whether every word is said; the last one may be a beginning. */
function says(content: Content, words: readonly string[]): boolean {
  const said = wordsSaid(content);
  return words.every((word, i) =>
    said.some((one) => (i === words.length - 1 && word.length >= SHORT ? one.startsWith(word) : one === word)),
  );
}

async function indexed({ query }: Database, words: readonly string[]): Promise<string[]> {
  const match = words.map((word, i) => `"${word}"${i === words.length - 1 && word.length >= SHORT ? '*' : ''}`).join(' ');
  const { rows } = await query('select messageId from message_words where message_words match ? order by rowid desc limit ?', [
    match,
    HITS,
  ]);
  return rows.map((row) => row.messageId as string);
}

async function scanned({ query }: Database, words: readonly string[]): Promise<string[]> {
  const oldest = await query('select id from messages order by id desc limit 1 offset ?', [NEWEST_MESSAGES - 1]);
  const like = words.map(() => 'content collate utf8mb4_general_ci like ?').join(' and ');
  const { rows } = await query(`select id from messages where id >= ? and ${like} order by id desc limit ?`, [
    oldest.rows[0]?.id ?? '',
    ...words.map((word) => `%${word}%`),
    HITS,
  ]);
  return rows.map((row) => row.id as string);
}
