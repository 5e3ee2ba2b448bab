import type { Desk } from '../actions/desk';
import { invalid } from '../domain/errors';
import type { Instant } from '../domain/ticket';

/** A moment of a query that has come already. */
export function momentIn({ clock }: Pick<Desk, 'clock'>, text: string, path = 'at'): Instant {
  const at = Date.parse(text);
  if (at > clock.now()) throw invalid(path, 'must not be in the future');
  return at;
}
