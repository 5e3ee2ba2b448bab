import { type MigrationInterface, type QueryRunner, TableColumn, type TableIndex } from 'typeorm';
import {
  type Draft,
  dialectOf,
  dropTables,
  id,
  index,
  instant,
  integer,
  json,
  key,
  makeTables,
  maybe,
  type Plan,
  text,
  word,
} from './kinds';

const PLANS: readonly Plan[] = [
  {
    name: 'media',
    primary: ['id'],
    columns: [
      id('id'),
      maybe(id('channelId')),
      maybe(id('chatId')),
      maybe(id('messageId')),
      maybe(id('uploadedBy')),
      word('state'),
      maybe(json('source')),
      text('mime'),
      integer('bytes'),
      maybe(text('fileName')),
      maybe(key('hash', 64)),
      maybe(key('preview', 64)),
      maybe(integer('width')),
      maybe(integer('height')),
      maybe(json('problem')),
      instant('createdAt'),
      maybe(instant('settledAt')),
    ],
    indexes: [
      index('media_message', ['messageId']),
      index('media_chat', ['chatId']),
      index('media_hash', ['hash']),
      index('media_preview', ['preview']),
      index('media_age', ['state', 'createdAt']),
    ],
  },
  {
    name: 'provider_media',
    primary: ['channelId', 'hash', 'type'],
    columns: [id('channelId'), key('hash', 64), word('type'), text('providerId'), instant('createdAt'), maybe(instant('expiresAt'))],
  },
  {
    name: 'templates',
    primary: ['channelId', 'name', 'language'],
    columns: [
      id('channelId'),
      key('name', 512),
      key('language', 32),
      maybe(text('providerId')),
      word('status'),
      maybe(text('category')),
      maybe(text('quality')),
      maybe(text('reason')),
      json('components'),
      maybe(word('parameterFormat')),
      instant('syncedAt'),
    ],
  },
  {
    name: 'template_lists',
    primary: ['channelId'],
    columns: [id('channelId'), maybe(instant('syncedAt')), instant('triedAt'), maybe(json('problem'))],
  },
  {
    name: 'pauses',
    primary: ['scope'],
    columns: [
      key('scope', 191),
      instant('since'),
      instant('until'),
      integer('times'),
      text('code'),
      maybe(text('providerCode')),
      text('detail'),
    ],
    indexes: [index('pauses_until', ['until'])],
  },
  {
    name: 'past_identities',
    primary: ['id'],
    columns: [
      id('id'),
      id('channelId'),
      key('key', 512),
      id('chatId'),
      id('contactId'),
      instant('createdAt'),
      instant('until'),
      word('reason'),
      maybe(text('spelling')),
      maybe(word('source')),
      maybe(key('alias', 48)),
      maybe(key('spelt', 48)),
    ],
    indexes: [
      index('past_identities_key', ['channelId', 'key']),
      index('past_identities_alias', ['alias', 'contactId']),
      index('past_identities_spelt', ['spelt', 'contactId']),
      index('past_identities_contact', ['contactId']),
      index('past_identities_chat', ['chatId']),
    ],
  },
  {
    name: 'contact_merges',
    primary: ['id'],
    columns: [
      id('id'),
      id('keptId'),
      id('goneId'),
      json('by'),
      instant('at'),
      json('moved'),
      maybe(json('undoneBy')),
      maybe(instant('undoneAt')),
    ],
    indexes: [index('contact_merges_kept', ['keptId']), index('contact_merges_gone', ['goneId'])],
  },
  {
    name: 'different_people',
    primary: ['oneId', 'otherId'],
    columns: [id('oneId'), id('otherId'), json('by'), instant('at')],
    indexes: [index('different_people_other', ['otherId'])],
  },
  {
    name: 'phonebook',
    primary: ['channelId', 'key'],
    columns: [id('channelId'), key('key', 512), maybe(text('name')), instant('at')],
  },
  {
    name: 'channel_health',
    primary: ['channelId'],
    columns: [
      id('channelId'),
      word('state'),
      instant('since'),
      json('problems'),
      json('memory'),
      maybe(json('facts')),
      json('known'),
      maybe(instant('checkedAt')),
      integer('version'),
    ],
  },
];

/** Later than every real moment. */
const NEVER = Number.MAX_SAFE_INTEGER;

type Added = readonly [table: string, columns: readonly Draft[]];

const ADDED: readonly Added[] = [
  ['contacts', [maybe(id('mergedInto')), maybe(text('phonebookName')), maybe(text('profileName')), maybe(instant('namedAt'))]],
  ['identities', [maybe(text('spelling')), maybe(word('source')), maybe(key('alias', 48)), maybe(key('spelt', 48))]],
  ['chats', [maybe(json('heldBy'))]],
  ['messages', [maybe(json('former')), maybe(instant('importedAt'))]],
  ['channels', [maybe(json('history'))]],
  ['tickets', [maybe(instant('windowClosesAt'))]],
  ['outbox', [maybe(id('channelId')), maybe(instant('lateAt'))]],
];

/** By what people are found: the end of a number, the beginning of any other name, and whom another contact was found to be; and what waits for a channel. */
const FOUND_BY: readonly (readonly [table: string, index: TableIndex])[] = [
  ['contacts', index('contacts_merged', ['mergedInto'])],
  ['identities', index('identities_alias', ['alias', 'contactId'])],
  ['identities', index('identities_spelt', ['spelt', 'contactId'])],
  ['outbox', index('outbox_channel', ['channelId', 'lateAt', 'createdAt'])],
];

/** What waits to be sent belongs to the channel of its chat, whose id stands in the key behind `chat:`. */
const WAITING = `update outbox set channelId = (select chats.channelId from chats where chats.id = substr(outbox.\`key\`, 6)) where kind = 'send'`;

/** Delivery: media and where they lie, templates, what must wait, people's former names, merges, and the health of channels. */
export class Delivery1764201600000 implements MigrationInterface {
  readonly name = 'Delivery1764201600000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    await makeTables(db, PLANS);
    for (const [table, drafts] of ADDED) for (const draft of drafts) await db.addColumn(table, new TableColumn(draft(dialect)));
    for (const [table, one] of FOUND_BY) await db.createIndex(table, one);
    await nameOld(db);
    await keepOldFiles(db, dialect);
    await db.query(WAITING);
    // Who has given a name is not known of those that are there: it may have been an admin, whose word nothing replaces.
    await db.query('update contacts set namedAt = updatedAt where name is not null');
    // It held where a window begins, and holds where it ends: the first sweep finds open tickets outdated and dates them anew.
    await db.query('update tickets set windowFrom = ?', [NEVER]);
    await db.query('update tickets set policyVersion = -1 where policyVersion is not null');
  }

  async down(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    for (const [table, one] of FOUND_BY) await db.dropIndex(table, one);
    for (const [table, drafts] of ADDED) for (const draft of drafts) await db.dropColumn(table, draft(dialect).name);
    await dropTables(db, PLANS);
  }
}

/**
 * Files that were heard of before the desk kept any: each gets a row under its message's id, as one that did not come, so that
 * a person can try to get it while the network still has it.
 */
async function keepOldFiles(db: QueryRunner, dialect: 'sqlite' | 'mysql'): Promise<void> {
  const said = (name: string) => `${dialect === 'mysql' ? 'json_value' : 'json_extract'}(content, '$.${name}')`;
  const isFile = `${said('type')} in ('image', 'video', 'audio', 'voice', 'document', 'sticker')`;
  const source = `json_object('id', ${said('mediaId')}, 'url', ${said('url')}, 'sha256', ${said('sha256')})`;
  await db.query(
    `insert into media (id, channelId, chatId, messageId, state, source, mime, bytes, fileName, problem, createdAt, settledAt)
     select id, channelId, chatId, id, 'failed', ${source}, coalesce(${said('mime')}, 'application/octet-stream'), 0, ${said('fileName')},
     '{"code":"unreachable","detail":"It came before the desk kept files."}', heardAt, heardAt from messages where ${isFile}`,
  );
  const now = "json_set(content, '$.mediaId', id, '$.bytes', 0, '$.state', 'failed', '$.problem', 'unreachable')";
  await db.query(`update messages set content = json_remove(${now}, '$.url', '$.sha256') where ${isFile}`);
}

/** Names that are there already are found like new ones: a number from its end, any other as one word. */
async function nameOld(db: QueryRunner): Promise<void> {
  for (;;) {
    const rows: { channelId: string; key: string }[] = await db.query(
      'select channelId, `key` from identities where alias is null limit 1000',
    );
    if (rows.length === 0) return;
    for (const { channelId, key: whole } of rows)
      await db.query('update identities set alias = ? where channelId = ? and `key` = ?', [aliasOf(whole), channelId, whole]);
  }
}

function aliasOf(whole: string): string {
  const name = whole.replace(/^[a-z]+:/, '');
  if (/^\d+$/.test(name)) return [...name].reverse().join('').slice(0, 48);
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 48);
}
