import type { Heard } from '../../src/ports/channel';
import { objectOf, timeOf, wordOf } from '../common/json';
import { need, notice } from '../meta/envelope';
import { type Change, parts } from './change';
import { whoIs } from './identity';

/** The phone book of the business's own phone (CHANNELS §2.5 `smb_app_state_sync`): one event a person. */
export function hearPhonebook(change: Change): Heard[] {
  return parts(
    change,
    'state_sync',
    () => [],
    (place, { type, action, contact, metadata }) => {
      if (type !== undefined && type !== 'contact') return notice(place, `state_sync:${wordOf(type) ?? 'unknown'}`);
      const { phone_number, user_id, full_name, first_name } = objectOf(contact);
      const who = need(whoIs([user_id, phone_number], change.people), 'the contact has no number');
      const name = action === 'remove' ? null : (wordOf(full_name) ?? wordOf(first_name));
      return { type: 'phonebook', ...place, who, name, at: timeOf(objectOf(metadata).timestamp) };
    },
  );
}
