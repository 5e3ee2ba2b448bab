import { QueryFailedError } from 'typeorm';
import { BeginAgain } from '../ports/store';

/** A unique key that a statement would have broken, as `table.index`; `table.PRIMARY` for primary keys. */
export type Broken = string;

interface DriverError {
  readonly errno?: number;
  readonly errcode?: number;
  message: string;
  sql?: string;
  sqlMessage?: string;
}

const SQLITE_BUSY = 5;
const DEADLOCK = 1213;
const LOCK_TIMEOUT = 1205;
const CHANGED_SINCE_READ = 1020;
const DUPLICATE = 1062;

/** Keys that another process may have taken between our look and our write: a fresh look finds its row. */
const RACED: ReadonlySet<Broken> = new Set([
  'identities.PRIMARY',
  'tickets.tickets_open_chat',
  'messages.messages_provider',
  'webchat_visitors.PRIMARY',
]);

/** SQLite names the columns of a broken key, not the key. */
const SQLITE_KEYS: Readonly<Record<string, Broken>> = {
  'identities.channelId, identities.key': 'identities.PRIMARY',
  'tickets.openChatId': 'tickets.tickets_open_chat',
  'messages.channelId, messages.providerMessageId': 'messages.messages_provider',
  'agents.login': 'agents.agents_login',
  'leases.name': 'leases.PRIMARY',
  'webchat_visitors.id': 'webchat_visitors.PRIMARY',
  'push_keys.id': 'push_keys.PRIMARY',
  'canned_replies.spelling': 'canned_replies.canned_replies_spelling',
  'idempotency_keys.caller, idempotency_keys.route, idempotency_keys.key': 'idempotency_keys.PRIMARY',
};

/** Somebody was faster: the transaction may begin again, from a fresh read. */
export function isRace(error: unknown): boolean {
  if (error instanceof BeginAgain) return true;
  const { errno, errcode = 0 } = driverErrorOf(error);
  if (errno === DEADLOCK || errno === LOCK_TIMEOUT || errno === CHANGED_SINCE_READ || (errcode & 0xff) === SQLITE_BUSY) return true;
  return RACED.has(brokenKey(error) ?? '');
}

/** The unique key that the statement broke; null when it failed of something else. */
export function brokenKey(error: unknown): Broken | null {
  const { errno, message } = driverErrorOf(error);
  const onSqlite = /UNIQUE constraint failed: (.+)$/.exec(message)?.[1];
  if (onSqlite) return SQLITE_KEYS[onSqlite] ?? onSqlite;
  if (errno !== DUPLICATE) return null;
  const index = /for key '(?:[^'.]+\.)?([^']+)'/.exec(message)?.[1];
  const table = /^insert into (\w+)|^update (\w+)/.exec((error as QueryFailedError).query);
  return `${table?.[1] ?? table?.[2]}.${index}`;
}

const driverErrorOf = (error: unknown): DriverError =>
  error instanceof QueryFailedError ? (error.driverError as DriverError) : { message: '' };

/** Takes the values out of a failed statement's error: they may be what a customer wrote, and errors are logged. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const driver = error.driverError as DriverError;
  Object.assign(error, { parameters: undefined });
  // TypeORM copies everything of the driver's error onto its own.
  for (const bearer of [error, driver] as DriverError[]) {
    delete bearer.sql;
    bearer.message = unquoted(bearer.message);
    if (bearer.sqlMessage) bearer.sqlMessage = unquoted(bearer.sqlMessage);
  }
  return error;
}

const unquoted = (message: string): string => message.replace(/(Duplicate entry|Incorrect \w+ value:) '[\s\S]*?' for /, '$1 for ');
