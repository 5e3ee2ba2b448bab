import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { CAPABILITIES } from './capabilities';
import { hear } from './hear';
import { address, alias } from './identity';
import { page } from './page';
import { fetchMedia, send, typing } from './send';

const ORIGIN = {
  source: '^https?:\\/\\/[^\\s\\/?#@,]+\\/?$',
  says: 'origins such as https://shop.example: scheme, host and port, without a path',
};
const COLOR = { source: '^#[0-9a-fA-F]{6}$', says: 'a colour such as #0b7285' };
const SECONDS = { source: '^[0-9]{1,4}$', says: 'seconds, in digits' };
const LANGUAGE = { source: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', says: 'a language tag such as en or pt-br' };

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'allowedOrigins', required: true,  secret: false, list: true, pattern: ORIGIN, says: 'Sites that may show the chat, such as https://shop.example; on others it stays closed' },
  { name: 'identitySecret', required: false, secret: true,  says: 'With which your own server proves who is signed in; without it everybody is a visitor' },
  { name: 'title',          required: false, secret: false, says: 'What stands above the chat' },
  { name: 'color',          required: false, secret: false, pattern: COLOR, says: 'Colour of the button and the head, such as #0b7285' },
  { name: 'position',       required: false, secret: false, choices: ['right', 'left'], says: 'Where the button stands' },
  { name: 'language',       required: false, secret: false, pattern: LANGUAGE, says: 'Language of the chat’s own words; without it the page’s' },
  { name: 'greeting',       required: false, secret: false, says: 'Words with which the chat offers itself' },
  { name: 'greetAfter',     required: false, secret: false, pattern: SECONDS, says: 'After how many seconds on a page it does so; without it only in the open chat' },
  { name: 'offlineText',    required: false, secret: false, says: 'What is told while nobody is there to answer' },
];

/** The chat on a site of one’s own (CHANNELS §9). Its network is the desk: no account elsewhere, nothing to call, no window. */
export const webchat: ChannelKind = {
  kind: 'webchat',
  title: 'Web chat',
  config: CONFIG,
  accounts: () => [],
  capabilities: CAPABILITIES,
  window: { freeText: null, humanAgent: null, templates: false },
  page,
  hear,
  address,
  alias,
  send,
  typing,
  fetchMedia,
};
