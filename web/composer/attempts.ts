import { isProblem } from '../api/ask';
import { freshKey } from '../api/fresh-key';

const keys = new Map<string, Map<string, string>>();

/**
 * The Idempotency-Key of a call: the same for the same words until it is known what became of them, so that a second try
 * after a lost answer writes nothing twice.
 */
export function keyFor(path: string, body: string): string {
  const ofPath = keys.get(path) ?? new Map<string, string>();
  keys.set(path, ofPath);
  const key = ofPath.get(body) ?? freshKey();
  ofPath.set(body, key);
  return key;
}

/** Once something is stored, the same words mean a new message. */
export const stored = (path: string): boolean => keys.delete(path);

/** A refusal was an answer, which the desk would only repeat; silence and a fault were none. */
export function refused(path: string, body: string, error: unknown): void {
  if (isProblem(error) && error.status >= 400 && error.status < 500) keys.get(path)?.delete(body);
}
