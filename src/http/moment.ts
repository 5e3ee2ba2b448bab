import type { Desk } from '../actions/desk';
import { invalid } from '../domain/errors';
import type { Instant } from '../domain/ticket';

/** A moment of a query that has come already; now, where none is named. */
export function momentIn({ clock }: Pick<Desk, 'clock'>, text: string | undefined, path = 'at'): Instant {
  const now = clock.now();
  const at = text === undefined ? now : Date.parse(text);
  if (at > now) throw invalid(path, 'must not be in the future');
  return at;
}
