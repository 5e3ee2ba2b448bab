import { contactAddress, contactName, waysTo, waysToBegin } from '../../../web/contacts/person';
import { signsText } from '../../../web/contacts/signs';
import { contacts as words } from '../../../web/words/en/contacts';

type Contact = Parameters<typeof waysTo>[0];
type Channels = Parameters<typeof waysTo>[1];

const contact = { name: null, phone: null, username: null, chats: [] as Contact['chats'], aliases: [] as Contact['aliases'] };
const chatOf = (channelId: string) => ({ channelId, chatId: `c-${channelId}` });
const aliasOf = (channelId: string, kind: Contact['aliases'][number]['kind'], value: string, until: string | null = null) => ({
  ...chatOf(channelId),
  kind,
  value,
  since: '2025-01-01T00:00:00.000Z',
  until,
  source: 'heard' as const,
});
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
    chats: ['wa', 'old'].map(chatOf),
    aliases: ['wa', 'old'].map((channelId) => aliasOf(channelId, 'phone', '34612004518')),
  };
  expect(waysTo(known, channels).map(({ chatId, address }) => [chatId, address])).toEqual([['c-wa', '+34 612 004 518']]);
});

test('We write first only where the network lets us and we know how to name them', () => {
  const chats = ['wa', 'ig'].map(chatOf);
  const begins = (aliases: Contact['aliases']) =>
    waysToBegin(waysTo({ chats, aliases }, channels)).map(({ chatId, to, address }) => [chatId, to, address]);
  expect(begins([aliasOf('ig', 'scoped_id', '178'), aliasOf('wa', 'username', 'ana')])).toEqual([]);
  expect(begins([aliasOf('wa', 'phone', '15550001111')])).toEqual([['c-wa', '+1 555 000 1111', '+1 555 000 1111']]);
  expect(begins([aliasOf('wa', 'user_id', 'US.1'), aliasOf('wa', 'username', 'ana')])).toEqual([['c-wa', 'US.1', '@ana']]);
  expect(begins([aliasOf('wa', 'phone', '15550001111', '2026-01-01T00:00:00.000Z')])).toEqual([]);
});

test('Why two may be one person is one sentence', () => {
  const signs = [
    { kind: 'phone', value: '15550001111' },
    { kind: 'username', value: 'ana' },
  ] as const;
  expect(signsText([...signs], words.signs).replace(/[\u2068\u2069]/g, '')).toBe('Same phone +1 555 000 1111, same username @ana');
});
