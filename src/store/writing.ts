import type { Chat } from '../domain/chat';
import { rememberingNames } from '../domain/contact';
import type { Message } from '../domain/message';
import { clean } from '../domain/text';
import { isOpen, type Ticket } from '../domain/ticket';
import type { Changes, Tx } from '../ports/store';
import type { Table } from './columns';
import { loseMedia } from './media';
import { written } from './rows';
import { AGENTS, CHATS, CONTACTS, IDENTITIES, MEDIA, MESSAGES, OUTBOX, TICKET_EVENTS, TICKETS, TRACES, WEBHOOK_EVENTS } from './schema';
import { wordsSaid } from './words';
import { among, stepped, type Work } from './work';

/** Lays down what a transaction decided, one statement a kind. */
export function writing(work: Work): Pick<Tx, 'write' | 'meet' | 'saveContacts' | 'redactEvents'> {
  const { bulk } = work;
  return {
    async meet(contacts, identities) {
      const inOrder = [...identities].sort((a, b) => (a.channelId + a.key < b.channelId + b.key ? -1 : 1));
      await bulk.insert(IDENTITIES, inOrder);
      await bulk.insert(CONTACTS, contacts);
    },

    saveContacts: (contacts) =>
      bulk.update(
        CONTACTS,
        contacts.map((contact) => stepped(work, 'contacts', rememberingNames(work.contacts.get(contact.id) ?? contact, contact))),
      ),

    async redactEvents(ids, raw) {
      const those = among(work.dialect, ids);
      await work.query(`update webhook_events set raw = ? where id ${those.sql}`, [JSON.stringify(raw), those.value]);
    },

    async write(changes) {
      await writeChats(work, changes);
      await writeTickets(work, changes);
      await bulk.insert(MESSAGES, changes.newMessages);
      await bulk.update(MESSAGES, idsGivenUpFirst(changes.messages));
      await writeWords(work, changes);
      await bulk.insertMissing(MEDIA, changes.newMedia);
      await loseMedia(work, changes.lostMedia);
      await bulk.insert(TICKET_EVENTS, changes.events);
      await bulk.insert(TRACES, changes.traces);
      await bulk.insert(WEBHOOK_EVENTS, changes.newWebhookEvents);
      await bulk.update(WEBHOOK_EVENTS, changes.webhookEvents);
      await writeErrands(work, changes);
    },
  };
}

async function writeChats(work: Work, { newChats, chats, agents }: Changes): Promise<void> {
  const rows = chats.map((chat) => stepped(work, 'chats', chat));
  // One statement, whatever there is.
  if (newChats.length > 0) await work.bulk.upsert(CHATS, [...newChats, ...rows]);
  else await work.bulk.update<Chat>(CHATS, rows, changedIn(CHATS, work.chats, rows));
  for (const { id } of [...newChats, ...chats]) work.chats.set(id, null);
  await work.bulk.update(
    AGENTS,
    agents.map((agent) => stepped(work, 'agents', agent)),
  );
}

async function writeTickets(work: Work, { tickets, newTickets }: Changes): Promise<void> {
  for (const { id, chatId } of [...tickets, ...newTickets])
    if (!work.chats.has(chatId)) throw new Error(`ticket ${id} was to be written while its chat was not held`);
  const rows = inSafeOrder(tickets).map((ticket) => stepped(work, 'tickets', ticket));
  await work.bulk.update<Ticket>(TICKETS, rows, changedIn(TICKETS, work.tickets, rows));
  for (const { id } of rows) work.tickets.delete(id);
  await work.bulk.insert(TICKETS, newTickets);
}

/** A provider's id is left by one message before another takes it: rows are written in their order. */
const idsGivenUpFirst = (messages: readonly Message[]): Message[] =>
  [...messages].sort((a, b) => Number(a.providerMessageId !== null) - Number(b.providerMessageId !== null));

/** A chat's one open place is left before another ticket takes it: rows are written in their order. */
const inSafeOrder = (tickets: readonly Ticket[]): Ticket[] => [...tickets.filter((ticket) => !isOpen(ticket)), ...tickets.filter(isOpen)];

/** Columns in which any of these rows is not as it was read; all of them when one was not. */
function changedIn<R extends { readonly id: string }>(table: Table<R>, read: ReadonlyMap<string, R | null>, rows: readonly R[]): string[] {
  const before = rows.map(({ id }) => read.get(id) ?? null);
  if (before.includes(null)) return [...written(table)];
  return written(table).filter((column) => {
    const derived = table.derived[column];
    const of = derived ? derived.from : (row: R): unknown => row[column as keyof R];
    return rows.some((row, i) => of(before[i] as R) !== of(row));
  });
}

async function writeErrands({ bulk, dialect, query }: Work, { newErrands, errands, doneErrands }: Changes): Promise<void> {
  await bulk.insert(OUTBOX, newErrands);
  await bulk.update(OUTBOX, errands);
  if (doneErrands.length === 0) return;
  const done = among(dialect, doneErrands);
  await query(`delete from outbox where id ${done.sql}`, [done.value]);
}

/** On SQLite, what a message says is found by its words. An edited one is found by the old words too; who searches looks at the message again. */
async function writeWords(work: Work, { newMessages, messages, unsaid }: Changes): Promise<void> {
  const { dialect, query } = work;
  if (dialect === 'mysql') return;
  await forgetWords(work, unsaid);
  const now = [...newMessages.filter(({ deletedAt }) => deletedAt === null), ...messages.filter(({ editedAt }) => editedAt !== null)];
  const said = now.map(({ id, content }) => [wordsSaid(content).join(' '), clean(id)]);
  const rows = said.filter(([words]) => words !== '');
  if (rows.length > 0) await query('insert into message_words (words, messageId) values (?, ?)', [rows]);
}

/** The rarest words of a message are mostly its longest. */
const LONGEST_WORDS = 6;

/** Each wording has its row, found by its own words: the table knows no message's rows by its id. The newest rows come first. */
const FORGET = `delete from message_words where rowid in (select (
  select rowid from message_words where message_words match json_extract(one.value, '$[0]') and messageId = json_extract(one.value, '$[1]')
  order by rowid desc limit 1
) from json_each(?) one)`;

async function forgetWords({ query }: Work, unsaid: Changes['unsaid']): Promise<void> {
  const rows = unsaid.flatMap(({ messageId, contents }) =>
    contents.flatMap((content) => {
      const words = [...new Set(wordsSaid(content))].sort((a, b) => b.length - a.length).slice(0, LONGEST_WORDS);
      return words.length === 0 ? [] : [[words.map((word) => `"${word}"`).join(' '), clean(messageId)]];
    }),
  );
  if (rows.length > 0) await query(FORGET, [JSON.stringify(rows)]);
}
