import { createHmac } from 'node:crypto';
import { previewed } from '../../../../web/settings/channels/webchat/look';
import { originOf, originsIn, originsWith, originsWithout } from '../../../../web/settings/channels/webchat/origins';
import { SIGNING, snippetOf } from '../../../../web/settings/channels/webchat/snippet';

it.each([
  ['shop.example', 'https://shop.example'],
  [' https://Shop.example/lamps?a=1 ', 'https://shop.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['https://shop.example:443', 'https://shop.example'],
  ['two words', null],
  ['ftp://shop.example', null],
  ['https://', null],
  ['', null],
])('knows the site that somebody means by %p', (typed, origin) => {
  expect(originOf(typed)).toBe(origin);
});

it('keeps each site once, a line for each', () => {
  const origins = originsIn('https://a.example\nhttps://b.example');
  expect(originsWith(origins, 'https://c.example')).toBe('https://a.example\nhttps://b.example\nhttps://c.example');
  expect(originsWith(origins, 'https://a.example')).toBe('https://a.example\nhttps://b.example');
  expect(originsWithout(origins, 'https://a.example')).toBe('https://b.example');
});

it('previews what is typed, as if what is empty or wrong were not there', () => {
  expect(previewed({ title: ' ', color: '#12', greeting: 'Hi', position: 'left' }, true, 'es')).toEqual({
    title: null,
    color: null,
    position: 'left',
    greeting: 'Hi',
    offlineText: null,
    online: true,
    language: 'es',
  });
});

it('shows a line for pages, and a server how to sign', () => {
  expect(snippetOf('https://desk.example', '01')).toBe('<script src="https://desk.example/webchat.js" data-channel="01" async></script>');
  const sign = new Function('require', 'process', 'user', `${SIGNING['Node.js']} return signature;`);
  const made = sign(() => ({ createHmac }), { env: { CHAT_IDENTITY_SECRET: 'whsec_x' } }, { id: 42 });
  expect(made).toBe(createHmac('sha256', 'whsec_x').update('42').digest('hex'));
});
