import type { ChannelKind, ConfigField } from '../../src/ports/channel';
import { CAPABILITIES } from './capabilities';
import { check } from './check';
import { fetchMedia } from './fetch-media';
import { acknowledge, react, typing } from './gestures';
import { fieldOf, hear } from './hear';
import { address, alias } from './identity';
import { openPolling } from './polling';
import { send } from './send';
import { setUp } from './set-up';
import { isSigned, secretTokenOf, signed } from './signature';

const TOKEN = {
  source: '^[0-9]{1,20}:[A-Za-z0-9_-]+$',
  says: 'a bot token as @BotFather shows it, such as 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
};

// biome-ignore format: a table is read in columns
const CONFIG: readonly ConfigField[] = [
  { name: 'botToken', required: true, secret: true,  pattern: TOKEN, says: 'Token of the bot, as @BotFather shows it' },
  { name: 'mode',     required: true, secret: false, choices: ['webhook', 'polling'], says: 'How updates come: Telegram calls the desk at PUBLIC_URL (webhook), or the desk asks Telegram (polling), which needs no public address' },
];

/** A Telegram bot, through the Bot API. */
export const telegram: ChannelKind = {
  kind: 'telegram',
  title: 'Telegram',
  config: CONFIG,
  // A token begins with the id of its bot.
  accounts: ({ botToken = '' }) => /^(\d+):/.exec(botToken)?.slice(1) ?? [],
  keepsAccount: true,
  capabilities: CAPABILITIES,
  window: { freeText: null, humanAgent: null, templates: false },
  webhook: { fields: [], secret: 'botToken', token: secretTokenOf, signed, isSigned, fieldOf },
  line: { wanted: ({ mode }) => mode === 'polling', carries: false, open: openPolling },
  setUp,
  hear,
  address,
  alias,
  send,
  keepsMedia: 7 * 24 * 60 * 60 * 1000,
  fetchMedia,
  acknowledge,
  react,
  typing,
  check,
};
