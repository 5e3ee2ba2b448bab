import { webchat } from '../../../channels/webchat';
import type { ChannelConfig, PageWord } from '../../../src/ports/channel';
import { channelConformance } from '../../conformance/channel';
import { inWords } from '../support/heard';
import { anAnswer } from '../support/meta';
import { ANON, aWord, CONFIG, KNOWN, ownPages, WORDS } from './words';

channelConformance(webchat, {
  config: CONFIG,
  accountless: 'a web chat has no account elsewhere, and a desk may have several',
  itself: 'the desk is the network, and has what it stored',
  hearing: {
    recorded: WORDS,
    neighbours: [aWord('before', 'c-before'), aWord('after', 'c-after')],
    together: (words) => ({ words }),
    twins: [aWord('mine', 'c-1', ANON), aWord('theirs', 'c-1', KNOWN)],
    unknown: [
      { type: 'telepathy', visitor: ANON },
      { ...aWord('', 'c-9'), content: { type: 'hologram' } },
    ],
  },
  addresses: {},
  nobodies: ['', '01hzy0000000000000aa', 'kai@example.com', '+1 555 010 0101'],
  message: anAnswer({ to: { id: ANON.id, display: 'visitor-0000aa' } }),
  accepted: { body: null, id: 'desk.01hzy0000000000000ab' },
  provider: ownPages,
  source: () => ({ id: 'm-1', url: null, sha256: null }),
});

// biome-ignore format: a table is read in columns
it.each([
  ['a text', 'message text {"text":"Hello"} from visitor:01hzy0000000000000aa (visitor-0000aa) at 1795338000000'],
  ['a text of somebody who signed in', 'message text {"text":"It is me"} from user:kai (kai "Kai") at 1795338000000'],
  ['a text that answers one', 'message text {"text":"That one"} from visitor:01hzy0000000000000aa (visitor-0000aa) at 1795338000000 re …sk.01hzy'],
  ['a tap on a button', 'message button_reply {"id":"r","title":"Red"} from visitor:01hzy0000000000000aa (visitor-0000aa) at 1795338000000'],
  ['a picture', 'message image {"source":{"id":"m-1","url":null,"sha256":null},"mime":"image/png","fileName":"lamp.png","caption":"this one"} from visitor:01hzy0000000000000aa (visitor-0000aa) at 1795338000000'],
  ['that it has come', 'delivered …sk.01hzy ref 01hzy by nobody at 1795338000000'],
  ['that all is read', 'read up to ….01hzy~1 ref 01hzy~1 by nobody at 1795338000000'],
  ['who they are', 'met user:kai (kai "Kai") at 1795338000000'],
])('hears %s', (name, words) => {
  expect(webchat.hear?.(WORDS.find((one) => one.name === name)?.body).map(inWords)).toEqual([words]);
});

it('takes more than it may say for no more than the page could', () => {
  const [heard] = webchat.hear?.(aWord('a'.repeat(5000), 'c-1')) ?? [];
  expect(heard).toMatchObject({ content: { text: 'a'.repeat(4000) } });
});

it('knows sites as browsers name them', () => {
  const origins = (allowedOrigins: string) => webchat.page?.origins({ allowedOrigins } satisfies ChannelConfig);
  expect(origins('https://Shop.Example/\nhttp://localhost:8080')).toEqual(['https://shop.example', 'http://localhost:8080']);
  expect(origins('https://shop.example:443')).toEqual(['https://shop.example']);
  expect(origins('')).toEqual([]);
});

it('says nothing of who signed in by the name of a visitor', () => {
  const posing = { ...ANON, externalId: ANON.id } satisfies PageWord['visitor'];
  const keyOf = (visitor: PageWord['visitor']) => webchat.hear?.(aWord('a', 'c', visitor)).map((one) => 'from' in one && one.from.keys);
  expect(keyOf(posing)).not.toEqual(keyOf(ANON));
});
