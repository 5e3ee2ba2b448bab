import { instagram } from '../../../channels/instagram';

const fieldOf = (entry: unknown) => instagram.webhook?.fieldOf({ object: 'instagram', entry: [entry] });

describe('the field by which an Instagram event came', () => {
  // biome-ignore format: a table is read in columns
  it.each([
    ['message', 'messages'],
    ['postback', 'messaging_postbacks'],
    ['message_edit', 'message_edit'],
    ['reaction', 'message_reactions'],
    ['read', 'messaging_seen'],
    ['referral', 'messaging_referral'],
    ['optin', 'messaging_optins'],
    ['take_thread_control', 'messaging_handover'],
  ])('of a %s is %s', (name, field) => {
    expect(fieldOf({ messaging: [{ sender: { id: '1' }, [name]: {} }] })).toBe(field);
  });

  it('is what a change says, with and without the list around it, and standby of what another app holds', () => {
    expect(fieldOf({ changes: [{ field: 'message_edit', value: {} }] })).toBe('message_edit');
    expect(fieldOf({ field: 'messages', value: {} })).toBe('messages');
    expect(fieldOf({ standby: [{ message: {} }] })).toBe('standby');
  });

  it('is none of what names none', () => {
    for (const entry of [null, 'x', {}, { messaging: [] }, { messaging: [null] }, { messaging: [{ surprise: {} }] }])
      expect(fieldOf(entry)).toBeNull();
  });
});
