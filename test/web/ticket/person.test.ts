import { calledIn, personName, phoneText } from '../../../web/ticket/person';

test('Somebody without a name is called by their address, or said to have none', () => {
  const contact = { id: '1', name: null, address: '34612004518', avatarUrl: null };
  const channel = { id: 'c', kind: 'whatsapp_cloud', name: 'Store line' };
  expect(personName({ contact, channel }, 'No name yet')).toBe('+34 612 004 518');
  expect(personName({ contact, channel: { ...channel, kind: 'instagram' } }, 'No name yet')).toBe('No name yet');
  const mail = { ...contact, address: 'ana@example.com' };
  expect(personName({ contact: mail, channel: { ...channel, kind: 'webhook' } }, 'No name yet')).toBe('ana@example.com');
});

test.each([
  ['Elena Vidal', 'Elena'],
  ['Harper & Lowe Interiors', 'Harper & Lowe Interiors'],
  ['@nocturna.studio', '@nocturna.studio'],
  ['Amira', 'Amira'],
  [null, 'the customer'],
])('In a sentence %s is %s', (name, called) => {
  const contact = { id: '1', name, address: '6100000000011008', avatarUrl: null };
  expect(calledIn({ contact, channel: { kind: 'instagram' } }, 'the customer')).toBe(called);
});

test.each([
  ['34612004518', '+34 612 004 518'],
  ['15550201009', '+1 555 020 1009'],
  ['5511987654321', '+55 119 876 543 21'],
  ['351912345678', '+351 912 345 678'],
  ['12ab', '12ab'],
])('%s is written %s', (digits, text) => expect(phoneText(digits)).toBe(text));
