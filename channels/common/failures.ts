import { type ProblemCode, SendFailure } from '../../src/ports/channel';
import { neverLeft, wordFor } from './connection';
import { speakable } from './speakable';

/** It surely did not go, and as it is it never will. */
export const refused = (code: ProblemCode, detail: string): SendFailure => new SendFailure('never', { code, providerCode: null, detail });

/** It surely did not go yet. */
export const unreachable = (detail: string): SendFailure => new SendFailure('later', { code: 'transient', providerCode: null, detail });

/** The network may have taken it, and did not say so. */
export const unconfirmed = (detail: string, providerCode: string | null = null): SendFailure =>
  new SendFailure('unknown', { code: 'ambiguous', providerCode, detail });

/** Nobody answered. The error itself is not passed on: its words may quote the request. */
export function unanswered(error: unknown): SendFailure {
  const detail = speakable(`The connection failed (${wordFor(error)})`, []);
  return neverLeft(error) ? unreachable(detail) : unconfirmed(detail);
}
