import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import { isCron } from './domain/cron';
import { ConfigError } from './domain/errors';
import type { Bucket } from './platform/files/bucket';

type Env = Readonly<Record<string, string | undefined>>;

/** One variable: its name, what is used without it, what it may be, and the sentence that docs/configuration.md shows. */
export interface Variable<T> {
  readonly name: string;
  /** As the docs show it; null = nothing. */
  readonly default: string | null;
  readonly expected: string;
  readonly says: string;
  /** What may be shown of a secret one; the others are quoted as they are. */
  readonly shows?: (text: string) => string;
  /** undefined when the text is none of what is expected. */
  read(text: string): T | undefined;
}

const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
const LOG_FORMATS = ['json', 'pretty'] as const;

// biome-ignore format: a table is read in columns
export const VARIABLES = {
  port:          variable({ name: 'PORT',              default: '3000',          expected: 'a port from 0 to 65535',                                    says: 'Where the desk listens; 0 takes any free port.', read: port }),
  host:          variable({ name: 'HOST',              default: '127.0.0.1',     expected: 'an address or host name of this machine',                   says: 'The address to listen on; 0.0.0.0 for all of them, as in the container.', read: host }),
  publicUrl:     variable({ name: 'PUBLIC_URL',        default: null,            expected: 'an http or https address without a path',                   says: 'How the outside reaches the desk: the base of callback URLs and links, and the only origin that may write with a session.', read: origin }),
  dataDir:       variable({ name: 'DATA_DIR',          default: './data',        expected: 'a folder',                                                  says: 'Where the embedded database, its secret key, files, reports and the sessions of WhatsApp Web live.', read: (text) => resolve(text) }),
  databaseUrl:   variable({ name: 'DATABASE_URL',      default: 'sqlite:<DATA_DIR>/relaydesk.sqlite', expected: 'sqlite:<path> or mysql://user:password@host:port/database', says: 'The database: embedded SQLite, MySQL 8 or MariaDB 10.6 and later.', shows: withoutPassword, read: database }),
  secretKeys:    variable({ name: 'SECRET_KEY',        default: null,            expected: 'a comma list of keys',                                    says: 'Seals channel secrets at rest and signs the visitors of web chats: the first key seals and signs, all of them open. Required with MySQL; with the embedded database one is made in DATA_DIR/secret.key.', shows: onlyLength, read: keys }),
  adminEmail:    variable({ name: 'ADMIN_EMAIL',       default: null,            expected: 'an e-mail address',                                         says: 'The first admin, made at the start when there is none. Needs ADMIN_PASSWORD.', read: email }),
  adminPassword: variable({ name: 'ADMIN_PASSWORD',    default: null,            expected: 'at least 8 characters',                                     says: 'The password of the first admin.', shows: onlyLength, read: password }),
  sweepCron:     variable({ name: 'SWEEP_CRON',        default: '*/5 * * * * *', expected: 'a cron expression of five fields, or six with seconds first', says: 'How often the desk looks for what time has to do.', read: (text) => (isCron(text) ? text.trim() : undefined) }),
  logLevel:      variable({ name: 'LOG_LEVEL',         default: 'info',          expected: 'one of error, warn, info, debug',                           says: 'The least important lines that are logged.', read: oneOf(LOG_LEVELS) }),
  logFormat:     variable({ name: 'LOG_FORMAT',        default: 'json; pretty on a terminal', expected: 'json or pretty',                               says: 'How log lines look.', read: oneOf(LOG_FORMATS) }),
  trustProxy:    variable({ name: 'TRUST_PROXY',       default: null,            expected: 'a number of proxies, or a comma list of addresses, CIDRs, loopback, linklocal, uniquelocal', says: 'Which proxies in front of the desk may say who the caller is. Without it their headers are not believed.', read: proxies }),
  metricsToken:  variable({ name: 'METRICS_TOKEN',     default: null,            expected: 'a text without spaces',                                     says: 'Lets callers beyond this machine read /metrics and the details of /readyz, as `Authorization: Bearer`.', shows: onlyLength, read: token }),
  privateTargets: variable({ name: 'ALLOW_PRIVATE_TARGETS', default: null,       expected: 'a comma list of host names, addresses and CIDRs',           says: 'What the desk may call on the own network though somebody else named it, such as the other side of a webhook, or the push service of a browser.', read: targets }),
  graphUrl:      variable({ name: 'GRAPH_API_URL',     default: null,            expected: 'an http or https address',                                  says: 'Stands in for Meta\u2019s Graph API hosts, for tests and proxies.', read: address }),
  graphVersion:  variable({ name: 'GRAPH_API_VERSION', default: 'v25.0',         expected: 'a version such as v25.0',                                   says: 'The version of the Graph API that is spoken.', read: matching(/^v\d{1,3}\.\d{1,2}$/) }),
  telegramUrl:   variable({ name: 'TELEGRAM_API_URL',  default: null,            expected: 'an http or https address',                                  says: 'Stands in for Telegram\u2019s Bot API, for tests, proxies and a Bot API server of one\u2019s own.', read: address }),
  botFrameworkUrl: variable({ name: 'BOT_FRAMEWORK_URL', default: null,          expected: 'an http or https address',                                  says: 'Stands in for all hosts of the Bot Framework (log-in, keys, connector), for tests.', read: address }),
  chromePath:    variable({ name: 'CHROME_PATH',       default: null,            expected: 'the path of a Chrome or Chromium',                          says: 'The browser in which WhatsApp Web runs. Without it the usual places are looked at.', read: (text) => text }),
  fileLimit:     variable({ name: 'FILE_LIMIT_MB',     default: '100',           expected: 'a number of megabytes from 1 to 2000',                      says: 'The largest file that is fetched from a network or uploaded by an agent.', read: megabytes }),
  s3Bucket:      variable({ name: 'S3_BUCKET',         default: null,            expected: 'the name of a bucket',                                      says: 'Keeps files in an S3-compatible bucket instead of DATA_DIR/media, and reports instead of DATA_DIR/reports. Needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.', read: matching(/^[a-zA-Z0-9._-]{1,255}$/) }),
  s3Endpoint:    variable({ name: 'S3_ENDPOINT',       default: null,            expected: 'an http or https address',                                  says: 'Where the bucket is, for stores other than Amazon\u2019s.', shows: withoutPassword, read: withoutUser }),
  s3Region:      variable({ name: 'S3_REGION',         default: 'us-east-1',     expected: 'a region such as eu-central-1',                             says: 'The region of the bucket; many stores take any.', read: matching(/^[a-zA-Z0-9-]{1,64}$/) }),
  s3AccessKeyId: variable({ name: 'S3_ACCESS_KEY_ID',  default: null,            expected: 'a text without spaces',                                     says: 'The key that may read, write and delete in the bucket.', shows: onlyLength, read: token }),
  s3SecretAccessKey: variable({ name: 'S3_SECRET_ACCESS_KEY', default: null,     expected: 'a text without spaces',                                     says: 'Its secret.', shows: onlyLength, read: token }),
  s3Prefix:      variable({ name: 'S3_PREFIX',         default: null,            expected: 'letters, digits, dots, dashes and slashes, such as relaydesk/', says: 'Put in front of every file\u2019s name in the bucket.', read: matching(/^[a-zA-Z0-9._/-]{1,200}$/) }),
  s3PathStyle:   variable({ name: 'S3_FORCE_PATH_STYLE', default: 'off',         expected: 'off or on',                                                 says: 'Names the bucket in the path instead of the host name, as MinIO and most other stores want it.', read: oneOf(['off', 'on']) }),
  smtp:          variable({ name: 'SMTP_URL',          default: null,            expected: 'smtp://user:password@host:port or smtps://…, with ?from=address for the sender', says: 'The mail server for invitations and forgotten passwords; without one their links are shown to admins. A log-in goes over TLS only. The sender is relaydesk@ and the host of PUBLIC_URL unless ?from= says otherwise.', shows: onlyLength, read: smtp }),
  trial:         variable({ name: 'TRIAL',             default: 'off',           expected: 'off or on',                                                 says: 'Whether admins may try the desk with the built-in phone though HOST is no loopback address. On a loopback HOST they may anyway.', read: oneOf(['off', 'on']) }),
};

type Read<V> = V extends Variable<infer T> ? T : never;
type Optional =
  | 'publicUrl'
  | 'secretKeys'
  | 'adminEmail'
  | 'adminPassword'
  | 'trustProxy'
  | 'metricsToken'
  | 'privateTargets'
  | 'graphUrl'
  | 'telegramUrl'
  | 'botFrameworkUrl'
  | 'chromePath'
  | 's3Bucket'
  | 's3Endpoint'
  | 's3AccessKeyId'
  | 's3SecretAccessKey'
  | 's3Prefix'
  | 'smtp';
export type Config = {
  readonly [K in keyof typeof VARIABLES]: Read<(typeof VARIABLES)[K]> | (K extends Optional ? null : never);
};

/** The environment as one frozen object; throws a `ConfigError` of one line that names the variable, what was found, what is expected. */
export function readConfig(env: Env = process.env, onTerminal = process.stdout.isTTY === true): Config {
  const read = Object.fromEntries(
    Object.entries<Variable<unknown>>(VARIABLES).map(([field, row]) => [field, valueFrom(row, env)]),
  ) as unknown as Config;
  const config = {
    ...read,
    databaseUrl: read.databaseUrl ?? `sqlite:${join(read.dataDir, 'relaydesk.sqlite')}`,
    logFormat: read.logFormat ?? (onTerminal ? 'pretty' : 'json'),
  };
  mustBelongTogether(config);
  return Object.freeze(config);
}

/** The file of an embedded database; null for MySQL. */
export function databaseFile({ databaseUrl }: Pick<Config, 'databaseUrl'>): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/** A trial is for this computer; elsewhere only who runs the desk can allow it. */
export const allowsTrial = ({ trial, host }: Pick<Config, 'trial' | 'host'>): boolean => trial === 'on' || LOOPBACK.test(host);

/** Defaults that depend on something else are worked out by `readConfig`. */
const DERIVED = new Set(['DATABASE_URL', 'LOG_FORMAT']);

function valueFrom<T>(row: Variable<T>, env: Env): T | null {
  const found = env[row.name] || (DERIVED.has(row.name) ? null : row.default);
  if (found === null) return null;
  const value = row.read(found);
  if (value === undefined) throw new ConfigError(row.name, `${row.name}: found ${shown(row, found)}, expected ${row.expected}`);
  return value;
}

function shown({ shows }: Variable<unknown>, found: string): string {
  return shows ? shows(found) : JSON.stringify(found);
}

function onlyLength(text: string): string {
  return `${text.length} characters (not shown)`;
}

function withoutPassword(text: string): string {
  return JSON.stringify(text.replace(/\/\/.*@/, '//…@'));
}

function mustBelongTogether(config: Config): void {
  const { databaseUrl, secretKeys, adminEmail, adminPassword } = config;
  if (databaseUrl.startsWith('mysql:') && !secretKeys) missing('SECRET_KEY', 'because DATABASE_URL is mysql');
  if (adminEmail && !adminPassword) missing('ADMIN_PASSWORD', 'because ADMIN_EMAIL is set');
  if (adminPassword && !adminEmail) missing('ADMIN_EMAIL', 'because ADMIN_PASSWORD is set');
  bucketMustBeWhole(config);
}

function bucketMustBeWhole({ s3Bucket, s3AccessKeyId, s3SecretAccessKey, s3Endpoint, s3Prefix }: Config): void {
  const parts = { S3_ENDPOINT: s3Endpoint, S3_ACCESS_KEY_ID: s3AccessKeyId, S3_SECRET_ACCESS_KEY: s3SecretAccessKey, S3_PREFIX: s3Prefix };
  const [alone] = Object.entries(parts).find(([, value]) => value !== null) ?? [];
  if (!s3Bucket && alone) missing('S3_BUCKET', `because ${alone} is set`);
  if (s3Bucket && !s3AccessKeyId) missing('S3_ACCESS_KEY_ID', 'because S3_BUCKET is set');
  if (s3Bucket && !s3SecretAccessKey) missing('S3_SECRET_ACCESS_KEY', 'because S3_BUCKET is set');
}

/** The bucket for files; null when they lie in DATA_DIR. */
export function bucketIn(config: Config): Bucket | null {
  const { s3Bucket, s3Endpoint, s3Region, s3AccessKeyId, s3SecretAccessKey, s3Prefix, s3PathStyle } = config;
  if (!s3Bucket || !s3AccessKeyId || !s3SecretAccessKey) return null;
  return {
    bucket: s3Bucket,
    endpoint: s3Endpoint,
    region: s3Region,
    accessKeyId: s3AccessKeyId,
    secretAccessKey: s3SecretAccessKey,
    prefix: s3Prefix ?? '',
    forcePathStyle: s3PathStyle === 'on',
  };
}

function missing(name: string, because: string): never {
  const row = Object.values<Variable<unknown>>(VARIABLES).find((variable) => variable.name === name);
  throw new ConfigError(name, `${name}: found nothing, expected ${row?.expected}, ${because}`);
}

function variable<T>(row: Variable<T>): Variable<T> {
  return row;
}

function matching(pattern: RegExp): (text: string) => string | undefined {
  return (text) => (pattern.test(text) ? text : undefined);
}

function oneOf<const T extends string>(choices: readonly T[]): (text: string) => T | undefined {
  return (text) => choices.find((choice) => choice === text);
}

function port(text: string): number | undefined {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return number <= 65_535 ? number : undefined;
}

function host(text: string): string | undefined {
  return /^[0-9a-zA-Z.:%_-]+$/.test(text) ? text : undefined;
}

function url(text: string): URL | undefined {
  const found = URL.canParse(text) ? new URL(text) : undefined;
  return found && ['http:', 'https:'].includes(found.protocol) ? found : undefined;
}

function origin(text: string): string | undefined {
  const found = url(text);
  const bare = found && found.pathname === '/' && !found.search && !found.hash && !found.username;
  return bare ? found.origin : undefined;
}

function address(text: string): string | undefined {
  return url(text) && text.replace(/\/+$/, '');
}

/** It is shown to who runs the desk: its keys have variables of their own. */
function withoutUser(text: string): string | undefined {
  const found = url(text);
  return found?.username || found?.password ? undefined : address(text);
}

function database(text: string): string | undefined {
  if (text.startsWith('sqlite:')) {
    const path = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    return path === '' ? undefined : `sqlite:${isAbsolute(path) ? path : resolve(path)}`;
  }
  const found = URL.canParse(text) ? new URL(text) : undefined;
  return found?.protocol === 'mysql:' && found.hostname && /^\/[^/]+$/.test(found.pathname) ? text : undefined;
}

/** Where mail goes, and its sender; null = the desk's own. */
function smtp(text: string): { readonly url: string; readonly from: string | null } | undefined {
  const found = URL.canParse(text) ? new URL(text) : undefined;
  if (!found || !['smtp:', 'smtps:'].includes(found.protocol) || !found.hostname || !isSpelled(found)) return undefined;
  const { from = null, ...others } = Object.fromEntries(found.searchParams);
  const bare = /^\/?$/.test(found.pathname) && found.hash === '' && Object.keys(others).length === 0;
  if (!bare || (from !== null && email(from) === undefined)) return undefined;
  found.search = '';
  return { url: found.href, from: from?.trim() ?? null };
}

/** A % in a user or password that was meant as such makes the whole unreadable. */
function isSpelled({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

function keys(text: string): readonly string[] | undefined {
  const list = text.split(',').map((key) => key.trim());
  return list.every((key) => key !== '') ? list : undefined;
}

function email(text: string): string | undefined {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim()) ? text.trim() : undefined;
}

function password(text: string): string | undefined {
  return text.length >= 8 ? text : undefined;
}

function megabytes(text: string): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 2000 ? number : undefined;
}

function token(text: string): string | undefined {
  return /^\S+$/.test(text) ? text : undefined;
}

const PROXY = /^(loopback|linklocal|uniquelocal|[0-9.]+(\/\d{1,2})?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*(\/\d{1,3})?)$/;

function proxies(text: string): number | readonly string[] | undefined {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const list = text.split(',').map((entry) => entry.trim());
  return list.every((entry) => PROXY.test(entry)) ? list : undefined;
}

const HOST_NAME = /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/;

function targets(text: string): readonly string[] | undefined {
  const list = text.split(',').map((entry) => entry.trim());
  return list.every(isTarget) ? list : undefined;
}

function isTarget(entry: string): boolean {
  const [address = '', bits] = entry.split('/');
  const version = isIP(address);
  if (bits === undefined) return version > 0 || HOST_NAME.test(entry);
  return version > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}
