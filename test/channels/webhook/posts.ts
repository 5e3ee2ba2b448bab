import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calling, opening } from '../../../src/platform/outside-address';
import { aProvider, type Behaviour, type Provider } from '../support/provider';

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const CONFIG = { secret: SECRET, outboundUrl: 'https://receiver.example/hook?key=abc' };

/** One recorded call: the headers, the very bytes, and whether they are right at that moment. */
export interface Recorded {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw_body: string;
  readonly verify_at_unix: number;
  readonly valid: boolean;
}

const FOLDER = join(__dirname, 'fixtures');
export const FIXTURES: readonly (readonly [string, Recorded])[] = readdirSync(FOLDER)
  .sort()
  .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded]);

const CONTACT = { id: 'c-1', name: 'Ana', phone: '+55 (11) 91234-5678', username: '@ana' };
const AT = '2026-01-01T00:00:00Z';

/** An event about Ana. */
export const anEvent = (parts: object): object => ({ contact: CONTACT, at: AT, ...parts });
export const aMessage = (message: object, id: string | number = 'm-1'): object => anEvent({ id, message });
export const aText = (text: string, id = 'm-1'): object => aMessage({ type: 'text', text }, id);

const URL_OF_IT = 'https://files.example/1?sig=x';

/** One of everything that a provider can tell, with what it is in the desk's words. */
// biome-ignore format: a table is read in columns
export const TOLD: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['text',            aMessage({ type: 'text', text: 'hola', replyTo: 'm-0' }), ['message text {"text":"hola"} from ANA at 1767225600000 re …m-0']],
  ['an id in digits', aMessage({ type: 'text', text: 'hola' }, 7),              ['message text {"text":"hola"} from ANA at 1767225600000']],
  ['image',           aMessage({ type: 'image', url: URL_OF_IT, caption: 'Look' }), ['message image {"caption":"Look","source":{"id":null,"url":"…","sha256":null},"mime":"image/*"} from ANA at 1767225600000']],
  ['document',        aMessage({ type: 'document', url: URL_OF_IT, mime: 'application/pdf', fileName: 'a.pdf' }), ['message document {"fileName":"a.pdf","source":{"id":null,"url":"…","sha256":null},"mime":"application/pdf"} from ANA at 1767225600000']],
  ['location',        aMessage({ type: 'location', latitude: 1.5, longitude: -2, name: 'Here' }), ['message location {"latitude":1.5,"longitude":-2,"name":"Here"} from ANA at 1767225600000']],
  ['contacts',        aMessage({ type: 'contacts', contacts: [{ name: 'Bo', phones: ['1'] }] }), ['message contacts {"contacts":[{"name":"Bo","phones":["1"],"emails":[]}]} from ANA at 1767225600000']],
  ['button_reply',    aMessage({ type: 'button_reply', id: 'yes', title: 'Yes' }), ['message button_reply {"id":"yes","title":"Yes"} from ANA at 1767225600000']],
  ['form_reply',      aMessage({ type: 'form_reply', data: { a: [1] } }), ['message form_reply {"data":{"a":[1]}} from ANA at 1767225600000']],
  ['order',           aMessage({ type: 'order', items: [{ productId: 'p', quantity: 2 }] }), ['message order {"catalogId":null,"text":"","items":[{"productId":"p","quantity":2,"price":null,"currency":null}]} from ANA at 1767225600000']],
  ['share',           aMessage({ type: 'share', kind: 'post', url: URL_OF_IT }), ['message share {"url":"…","kind":"post"} from ANA at 1767225600000']],
  ['story_reply',     aMessage({ type: 'story_reply', text: 'Oh' }), ['message story_reply {"text":"Oh","url":null} from ANA at 1767225600000']],
  ['echo',            anEvent({ id: 'e-1', echo: { type: 'text', text: 'From the app' } }), ['echo text {"text":"From the app"} to ANA at 1767225600000']],
  ['edit',            anEvent({ edit: { messageId: 'm-1', message: { type: 'text', text: 'hello' } } }), ['edit of …m-1 by customer ANA to text {"text":"hello"} at 1767225600000']],
  ['deletion',        anEvent({ deletion: { messageId: 'm-1', by: 'business' } }), ['deletion of …m-1 by business ANA at 1767225600000']],
  ['reaction',        anEvent({ reaction: { messageId: 'm-1', emoji: '👍' } }), ['reaction 👍 by customer ANA on …m-1 at 1767225600000']],
  ['reaction back',   anEvent({ reaction: { messageId: 'm-1', emoji: null } }), ['reaction none by customer ANA on …m-1 at 1767225600000']],
  ['delivered',       { receipt: { messageId: 'p-1', status: 'delivered' }, at: 1767225600 }, ['delivered …p-1 by nobody at 1767225600000']],
  ['read up to',      anEvent({ receipt: { messageId: 'p-1', status: 'read', upTo: true } }), ['read up to …p-1 by ANA at 1767225600000']],
  ['failed',          { receipt: { reference: '01hzy', status: 'failed', error: { code: 'recipient_unavailable', message: 'Call +1 555 010 0101' } } }, ['failed none ref 01hzy by nobody at null because recipient_unavailable (recipient_unavailable)']],
  ['failed, unknown', { receipt: { messageId: 'p-1', status: 'failed', error: { code: 17 } }, at: 1767225600123 }, ['failed …p-1 by nobody at 1767225600123 because unknown (17)']],
  ['typing',          anEvent({ typing: true }), ['notice typing']],
  ['met',             anEvent({}), ['met ANA at 1767225600000']],
  ['several',         { events: [aText('one', 'm-1'), anEvent({ telepathy: 1 }), aText('two', 'm-2')] }, ['message text {"text":"one"} from ANA at 1767225600000', 'notice unknown_event:telepathy', 'message text {"text":"two"} from ANA at 1767225600000']],
  ['a list',          [aText('one')], ['message text {"text":"one"} from ANA at 1767225600000']],
];

/** A receiver in the place of `outboundUrl`; links to it may be opened too. */
export async function aReceiver(behaviour: Behaviour, timeout?: number): Promise<Provider> {
  const provider = await aProvider(behaviour, timeout);
  const { graphUrl, timeout: patience } = provider.outside;
  const call = calling({ allowed: ['127.0.0.1'], timeout: patience });
  const outside = {
    ...provider.outside,
    open: opening({ allowed: ['127.0.0.1'], timeout: patience }),
    call: ((url, given) => call(`${graphUrl}${new URL(url).pathname}`, given)) as typeof provider.outside.call,
  };
  return { ...provider, outside };
}
