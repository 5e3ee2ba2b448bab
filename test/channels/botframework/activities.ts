import type { Json } from '../../../channels/common/json';
import { SERVICE } from './tokens';

export const ANA = '29:1aBcDeFgHiJkLmNoP';
export const BOT = { id: '28:00000000-0000-4000-8000-00000000b07f', name: 'Bot' };

/** An activity of Teams, in a conversation of Ana and the bot. */
export const anActivity = (more: Json = {}): Json => ({
  type: 'message',
  id: '1767225600200',
  timestamp: '2026-01-01T00:00:00.123Z',
  serviceUrl: SERVICE,
  channelId: 'msteams',
  from: { id: ANA, name: 'Ana' },
  conversation: { id: 'a:1conversation', conversationType: 'personal', tenantId: '00000000-0000-4000-8000-000000000001' },
  recipient: BOT,
  ...more,
});

export const aText = (text: string, id = '1767225600200'): Json => anActivity({ id, text });

/** Where Ana is reached, as those activities tell. */
export const ROUTE = {
  serviceUrl: SERVICE,
  channelId: 'msteams',
  conversation: 'a:1conversation',
  bot: BOT,
  user: { id: ANA, name: 'Ana' },
  tenant: '00000000-0000-4000-8000-000000000001',
} as const;
