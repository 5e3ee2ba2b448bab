import { createLogger, format, transports } from 'winston';
import type { Log } from '../ports/log';

export interface LogOptions {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly format: 'json' | 'pretty';
  /** Where lines go; the process's stdout when missing. */
  readonly stream?: NodeJS.WritableStream;
}

/** One line per happening. What customers write, who they are and what opens doors is taken out, whatever the caller gave. */
export function openLog({ level, format: looks, stream }: LogOptions): Log {
  const to = stream ? new transports.Stream({ stream }) : new transports.Console();
  const logger = createLogger({ level, format: looks === 'json' ? asJson : asLine, transports: [to] });
  const write =
    (at: LogOptions['level']) =>
    (message: string, facts: Readonly<Record<string, unknown>> = {}) => {
      logger.log({ ...(clean(facts) as object), level: at, message });
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}

const asJson = format.combine(format.timestamp(), format.json());

const asLine = format.combine(
  format.timestamp(),
  format.printf(({ timestamp, level, message, ...facts }) => {
    const rest = Object.entries(facts).map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
    return `${String(timestamp).slice(11, 23)} ${level.toUpperCase().padEnd(5)} ${message}${rest.join('')}`;
  }),
);

/** Compared without case and separators: `accessToken`, `access_token` and `Access-Token` are one. */
const HIDDEN_WORDS = [
  'text',
  'body',
  'caption',
  'content',
  'raw',
  'phone',
  'address',
  'email',
  'username',
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'parameters',
];
const DEPTH = 6;

function isHidden(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  return HIDDEN_WORDS.some((word) => plain === word || plain.endsWith(word));
}

function clean(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return cleanError(value, depth);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isHidden(key) ? '[hidden]' : clean(item, depth + 1)]));
}

/** Of an error its name, message, code, place and cause; never its other fields: database errors carry the bound values. */
function cleanError(error: Error & { code?: unknown }, depth: number): unknown {
  const message = 'driverError' in error || 'sqlMessage' in error ? withoutValues(error.message) : error.message;
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const facts = { name: error.name, message, code: error.code, stack: stack?.slice(0, 8).map((line) => line.trim()) };
  return error.cause === undefined || depth >= DEPTH ? facts : { ...facts, cause: clean(error.cause, depth + 1) };
}

/** "Duplicate entry 'x' for key 'y'" quotes the row. */
function withoutValues(message: string): string {
  return message.replace(/'(?:[^'\\]|\\.|'')*'/gs, "'…'");
}
