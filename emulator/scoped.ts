import type { Account, Customer } from './world';

/** Instagram and Messenger speak one language, in which a person is an id of theirs for one account alone. */
export const isDirect = ({ kind }: Pick<Account, 'kind'>): boolean => kind === 'instagram' || kind === 'messenger';

export const scopedId = ({ kind }: Pick<Account, 'kind'>, { igsid, psid }: Customer): string | null =>
  kind === 'messenger' ? psid : igsid;
