import { Readable } from 'node:stream';
import type { Outside, PageWord } from '../../../src/ports/channel';
import type { Recorded } from '../support/heard';
import { type Behaviour, outsideAt, type Provider } from '../support/provider';

export const CONFIG = { allowedOrigins: 'https://shop.example', identitySecret: 'what the site alone knows', title: 'Ask us' };

export const ANON = { id: '01hzy0000000000000aa', externalId: null, name: null, email: null };
export const KNOWN = { id: '01hzy0000000000000ab', externalId: 'kai', name: 'Kai', email: 'kai@example.com' };
const AT = Date.UTC(2026, 10, 22, 9);

export const aWord = (text: string, id: string, visitor: PageWord['visitor'] = ANON): PageWord => ({
  type: 'message',
  visitor,
  at: AT,
  id,
  content: { type: 'text', text },
  replyTo: null,
});

const file = { mediaId: 'm-1', mime: 'image/png', fileName: 'lamp.png', caption: 'this one' } as const;

/** Everything that a page hands over. */
export const WORDS: Recorded = [
  { name: 'a text', body: aWord('Hello', 'c-1') },
  { name: 'a text of somebody who signed in', body: aWord('It is me', 'c-1', KNOWN) },
  { name: 'a text that answers one', body: { ...aWord('That one', 'c-2'), replyTo: 'desk.01hzy' } },
  { name: 'a tap on a button', body: { ...aWord('', 'c-3'), content: { type: 'button_reply', id: 'r', title: 'Red' } } },
  { name: 'a picture', body: { ...aWord('', 'c-4'), content: { type: 'image', ...file } } },
  {
    name: 'a paper without words',
    body: { ...aWord('', 'c-5'), content: { type: 'document', ...file, mime: 'application/pdf', caption: null } },
  },
  { name: 'that it has come', body: { type: 'receipt', visitor: ANON, at: AT, reference: '01hzy', status: 'delivered', upTo: false } },
  { name: 'that all is read', body: { type: 'receipt', visitor: ANON, at: AT, reference: '01hzy~1', status: 'read', upTo: true } },
  { name: 'who they are', body: { type: 'met', visitor: KNOWN, at: AT } },
  { name: 'several', body: { words: [aWord('one', 'c-6'), aWord('two', 'c-7')] } },
];

/** The desk's own pages, in the place of a network: an upload is there, or it is not. */
export async function ownPages(behaviour: Behaviour): Promise<Provider> {
  const there = typeof behaviour === 'object' && behaviour.status === 200;
  const body = () => Readable.from([Buffer.from(typeof behaviour === 'object' ? String(behaviour.body) : '')]);
  const pages: Outside['pages'] = {
    uploaded: async () => (there ? { mime: 'image/png', bytes: null, body: body() } : null),
    typing: () => undefined,
  };
  return { outside: { ...outsideAt(9), pages }, requests: [], close: async () => undefined };
}
