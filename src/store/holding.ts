import type { Held } from '../domain/chat';
import type { Identity } from '../domain/contact';
import type { IdentityKey } from '../ports/store';
import { decode, providerKey, type Row, selected } from './rows';
import { CHATS, IDENTITIES, TICKETS } from './schema';
import { among, remember, type Work } from './work';

/** Identities by their keys, in the spelling that was asked for. */
export async function identities({ dialect, query }: Work, keys: readonly IdentityKey[]): Promise<Identity[]> {
  const asked = new Map(keys.map(({ channelId, key }) => [`${channelId} ${providerKey(key)}`, key]));
  const columns = selected(IDENTITIES, 'i');
  const pairs = keys.map(({ channelId, key }) => [channelId, providerKey(key)] as const);
  const { rows } =
    dialect === 'sqlite'
      ? await query(
          `select ${columns} from json_each(?) j cross join identities i on i.channelId = j.value ->> 0 and i.\`key\` = j.value ->> 1`,
          [JSON.stringify(pairs)],
        )
      : await query(`select ${columns} from identities i where ${channelByChannel(pairs).sql}`, channelByChannel(pairs).values);
  return rows.map((row) => {
    const found = decode(IDENTITIES, row);
    return { ...found, key: asked.get(`${found.channelId} ${found.key}`) ?? found.key };
  });
}

/** One range of the primary key for each channel: pairs in one list would not ride it on MariaDB. */
export function channelByChannel(pairs: readonly (readonly [channelId: string, key: string])[]): { sql: string; values: unknown[] } {
  const channels = [...new Set(pairs.map(([channelId]) => channelId))];
  const parts = channels.map((channelId) => [channelId, pairs.filter(([its]) => its === channelId).map(([, key]) => key)]);
  return { sql: parts.map(() => '(i.channelId = ? and i.`key` in (?))').join(' or '), values: parts.flat() };
}

const HELD = `select ${selected(CHATS, 'c', 'c_')}, ${selected(TICKETS, 't', 't_')},
  (select json_array(k.blocked, k.name, k.username, k.phone, k.namedAt, k.profileName, k.phonebookName) from contacts k where k.id = c.contactId) as called`;

/**
 * Chats in id order with their open tickets. The primary key is forced because rows are locked in the order in which
 * they are read; contacts stay unlocked, being read by a subquery.
 */
export async function hold(work: Work, chatIds: readonly string[]): Promise<Held[]> {
  const those = among(work.dialect, [...new Set(chatIds)].sort());
  const hint = work.dialect === 'mysql' ? ' force index (primary)' : '';
  const { rows } = await work.query(
    `${HELD} from chats c${hint} left join tickets t on t.openChatId = c.id where c.id ${those.sql} order by c.id${work.lock}`,
    [those.value],
  );
  return rows.map((row) => heldIn(work, row));
}

function heldIn(work: Work, row: Row): Held {
  const chat = decode(CHATS, row, 'c_');
  const ticket = row.t_id === null ? null : decode(TICKETS, row, 't_');
  remember(work, 'chats', [chat]);
  if (ticket) remember(work, 'tickets', [ticket]);
  if (ticket) work.tickets.set(ticket.id, ticket);
  work.chats.set(chat.id, chat);
  // One driver reads JSON by itself, the other hands out its text.
  const said = typeof row.called === 'string' ? JSON.parse(row.called) : (row.called ?? []);
  const [blocked, name = null, username = null, phone = null, namedAt = null, profileName = null, phonebookName = null] = said;
  return { chat, ticket, blocked: blocked === 1, called: { name, username, phone, namedAt, profileName, phonebookName } };
}
