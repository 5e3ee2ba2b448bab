import type { PhonebookEntry } from './delivery';
import type { IdentityKey } from './tx';

/** What the business's own phone calls people. */
export interface PhonebookTx {
  /** What is kept under these keys, locked. */
  phonebook(keys: readonly IdentityKey[]): Promise<PhonebookEntry[]>;
  savePhonebook(entries: readonly PhonebookEntry[]): Promise<void>;
}
