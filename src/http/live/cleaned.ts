import { cleanDeep } from '../../domain/text';

/** What a socket said, with whole characters only; undefined for what is nothing that can be read. */
export function cleaned(asked: unknown): unknown {
  try {
    return cleanDeep(asked);
  } catch {
    return undefined;
  }
}
