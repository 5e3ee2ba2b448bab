import { contactAddress, contactName, waysTo, waysToBegin } from '../../../web/contacts/person';

type Contact = Parameters<typeof waysTo>[0];
type Channels = Parameters<typeof waysTo>[1];

const contact = { name: null, phone: null, username: null, identities: [] as Contact['identities'] } as unknown as Contact;
const channel = (id: string, kind: string, startsChats: boolean) => ({ id, kind, name: id, capabilities: { startsChats } });
const channels = [channel('wa', 'whatsapp_cloud', true), channel('ig', 'instagram', false)] as unknown as Channels;

test('A person is called by name, else @name, else phone, and never by nothing', () => {
  expect(contactName({ name: 'Ana', phone: '34612004518', username: 'ana' }, 'No name yet')).toBe('Ana');
  expect(contactName({ name: null, phone: '34612004518', username: 'ana' }, 'No name yet')).toBe('@ana');
  expect(contactName({ name: null, phone: '34612004518', username: null }, 'No name yet')).toBe('+34 612 004 518');
  expect(contactName(contact, 'No name yet')).toBe('No name yet');
});

test('What stands below the name does not say it again', () => {
  expect(contactAddress({ name: 'Ana', phone: '34612004518', username: 'ana' })).toBe('+34 612 004 518, @ana');
  expect(contactAddress({ name: null, phone: '34612004518', username: null })).toBe('');
});

test('Channels that are gone are no way to anybody', () => {
  const known = {
    ...contact,
    phone: '34612004518',
    identities: ['wa', 'old'].map((channelId) => ({ channelId, chatId: `c-${channelId}`, key: '1' })),
  };
  expect(waysTo(known, channels).map(({ chatId, address }) => [chatId, address])).toEqual([['c-wa', '+34 612 004 518']]);
});

test('We write first only where the network lets us and we know the address', () => {
  const known = {
    ...contact,
    identities: ['wa', 'ig'].map((channelId) => ({ channelId, chatId: `c-${channelId}`, key: 'us.1234567890' })),
  };
  expect(waysToBegin(waysTo(known, channels))).toEqual([]);
  expect(waysToBegin(waysTo({ ...known, phone: '15550001111' }, channels)).map(({ chatId }) => chatId)).toEqual(['c-wa']);
});
