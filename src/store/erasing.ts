import { ofNumber, ofRecipient } from '../domain/scopes';
import type { Tx } from '../ports/store';
import { eraseChannelFigures, eraseFigures, eraseFormerPeople } from './figures/erasing';
import { hold } from './holding';
import { moveVersion } from './house';
import { eraseMedia } from './media';
import type { Row } from './rows';
import { among, type Work } from './work';

/** Deletes for good. Everything else that the desk forgets it only marks. */
export function erasing(work: Work): Pick<Tx, 'chatsOn' | 'eraseChats' | 'eraseChannels' | 'eraseBots'> {
  const { query, dialect } = work;
  return {
    async chatsOn(channelIds, limit) {
      const those = among(dialect, channelIds);
      const { rows } = await query(`select id from chats where channelId ${those.sql} order by id limit ?`, [those.value, limit]);
      return idsIn(rows);
    },

    async eraseChats(chatIds, keys) {
      const chats = chatIds.length === 0 ? [] : await hold(work, chatIds);
      const inChats = deletions(work, chatIds);
      const tickets = await inChats.ids('select id from tickets where chatId');
      await eraseAnswers(work, [
        ...chatIds.map((id) => ['answer', `%"chatId":"${id}"%`] as const),
        ...tickets.map((id) => ['route', `%/tickets/${id}/%`] as const),
      ]);
      await eraseFigures(work, { chatIds, ticketIds: tickets });
      await deletions(work, tickets).all(
        ['delete from ticket_events where ticketId'],
        ['delete from drafts where ticketId'],
        ['delete from mentions where ticketId'],
      );
      if (dialect === 'sqlite')
        await inChats.all(['delete from message_words where messageId in (select id from messages where chatId', ')']);
      await deletions(work, chatIds.map(ofRecipient)).all(['delete from pauses where scope']);
      await deletions(work, keys).all(['delete from outbox where `key`'], ['delete from leases where name']);
      await inChats.all(
        ["delete from former_values where `of` = 'message' and id in (select id from messages where chatId", ')'],
        ['delete from messages where chatId'],
        ['delete from tickets where chatId'],
        ['delete from identities where chatId'],
        ['delete from past_identities where chatId'],
        ['delete from chats where id'],
      );
      await eraseStrangers(
        work,
        chats.map(({ chat }) => chat.contactId),
      );
      return eraseMedia(work, chatIds);
    },

    async eraseChannels(channelIds) {
      await moveVersion(work);
      await eraseChannelFigures(work, channelIds);
      await eraseAnswers(
        work,
        channelIds.map((id) => ['answer', `%"id":"${id}"%`]),
      );
      await deletions(work, channelIds.map(ofNumber)).all(['delete from pauses where scope']);
      await deletions(work, channelIds).all(
        ['delete from webhook_events where channelId'],
        ['delete from webhook_signs where channelId'],
        ['delete from provider_media where channelId'],
        ['delete from channel_health where channelId'],
        ['delete from channel_lines where channelId'],
        ['delete from webchat_visitors where channelId'],
        ['delete from early where channelId'],
        ['delete from identities where channelId'],
        ['delete from past_identities where channelId'],
        ['delete from phonebook where channelId'],
        ['delete from templates where channelId'],
        ['delete from template_lists where channelId'],
        ["delete from former_values where `of` = 'channel' and id"],
        ['delete from channels where id'],
      );
    },

    async eraseBots(botIds) {
      await moveVersion(work);
      await deletions(work, botIds).all(['delete from bots where id']);
    },
  };
}

const idsIn = (rows: readonly Row[]): string[] => rows.map(({ id }) => id as string);

/** Statements about a list of ids, each ending where the list comes, or with what comes behind it. */
function deletions({ dialect, query }: Work, ids: readonly string[]) {
  const those = among(dialect, ids);
  return {
    ids: async (sql: string, rest = ''): Promise<string[]> =>
      ids.length === 0 ? [] : idsIn((await query(`${sql} ${those.sql}${rest}`, [those.value])).rows),
    async all(...statements: readonly (readonly [string, string?])[]): Promise<void> {
      if (ids.length === 0) return;
      for (const [sql, rest = ''] of statements) await query(`${sql} ${those.sql}${rest}`, [those.value]);
    },
  };
}

/** Contacts who have no chat left, with those who were found to be them. */
async function eraseStrangers(work: Work, contactIds: readonly string[]): Promise<void> {
  const known = ' and not exists (select 1 from chats where chats.contactId = contacts.id)';
  const gone = await deletions(work, contactIds).ids('select id from contacts where id', known);
  await eraseFormerPeople(work, gone);
  const followers = await deletions(work, gone).ids('select id from contacts where mergedInto');
  await deletions(work, [...gone, ...followers]).all(
    ['delete from contact_merges where keptId'],
    ['delete from contact_merges where goneId'],
    ['delete from different_people where oneId'],
    ['delete from different_people where otherId'],
    ['delete from contacts where id'],
  );
}

/** Answers that are kept for an Idempotency-Key quote what was made; these columns and patterns tell which. */
async function eraseAnswers({ query }: Work, signs: readonly (readonly ['answer' | 'route', string])[]): Promise<void> {
  if (signs.length === 0) return;
  await query(
    `delete from idempotency_keys where ${signs.map(([column]) => `${column} like ?`).join(' or ')}`,
    signs.map(([, pattern]) => pattern),
  );
}
