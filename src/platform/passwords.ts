import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../ports/passwords';

/** The library's own defaults are argon2id with 19 MiB and two passes, in a thread of its own. */
export const argon2Passwords: Passwords = {
  hash: (password) => hash(password),
  verify: (hashed, password) => verify(hashed, password),
};
