import type { AuditJson } from '../../../src/http/schemas/audit';
import type { AccessWords } from '../../words/en/access';

export type Entry = AuditJson;
type Words = AccessWords['audit'];

/** What was done, in words; of what has none, its name. */
export const actIn = ({ act }: Pick<Entry, 'act'>, { acts }: Words): string => acts[act] ?? act;

/** A value before or after, as people read it. */
export function valueIn(value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map((one) => valueIn(one, words)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const SECRET: readonly unknown[] = ['set', 'changed'];

/** Of a secret the log says no more than that it is set, or another one. */
export const isSecret = ({ from, to }: Entry['changes'][number]): boolean =>
  (from === null || SECRET.includes(from)) && (to === null || SECRET.includes(to)) && (from ?? to) !== null;
