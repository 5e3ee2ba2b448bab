import type { Contact } from '../../domain/contact';
import type { FormerValue } from '../../domain/figures/kept';
import type { Instant } from '../../domain/ticket';

/** What a person was called at some moment. */
export type CalledThen = Pick<Contact, 'id' | 'name' | 'phone' | 'username'>;

/** What was something else at a moment than it is now. */
export interface FormerReads {
  /** Former settings, stages, teams and channels at that moment; what is not here was as it is now. */
  formerHouse(at: Instant): Promise<Pick<FormerValue, 'of' | 'id' | 'value'>[]>;
  /** Agents' former values at that moment, by id; who is not here was as they are now. */
  formerAgents(ids: readonly string[], at: Instant): Promise<ReadonlyMap<string, unknown>>;
  /** Of which type these messages were at that moment, by id; what is not here was of the one that it is of now. */
  formerTypes(messageIds: readonly string[], at: Instant): Promise<ReadonlyMap<string, string>>;
  /** These contacts as they were called at that moment; unknown ids are left out. */
  contactsAt(ids: readonly string[], at: Instant): Promise<CalledThen[]>;
}

export interface FormerTx {
  /** Whether this transaction has changed the configuration. */
  houseMoved(): boolean;
  /** Keeps what things were until now; of two changes at one moment the first stays. */
  keepFormer(values: readonly FormerValue[]): Promise<void>;
}
