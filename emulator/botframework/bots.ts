import type { Json } from '../json';

/** A bot that is registered with the service. */
export interface BotApp {
  readonly appId: string;
  readonly password: string;
  /** The directory of a single-tenant app; null for a multi-tenant one. */
  readonly tenantId: string | null;
  /** The messaging endpoint: the desk's /api/messages; empty until it is known. */
  readonly url: string;
}

/** What the next call of the connector is answered instead. `taken`: it was understood all the same. */
export interface BotOrder {
  readonly status: number | 'hang';
  readonly code: string | null;
  readonly retryAfter: number | null;
  readonly taken: boolean;
}

/** A conversation of one person and a bot, on a channel behind the service. */
export interface BotConversation {
  readonly id: string;
  readonly channelId: 'webchat' | 'msteams';
  readonly appId: string;
  readonly user: { readonly id: string; readonly name: string };
  /** Everything that either said, as activities. */
  readonly activities: Json[];
  /** The person has left, or has blocked the bot. */
  readonly closed: 'left' | 'blocked' | null;
}

/** One call of the connector, and what it was answered. */
export interface BotCall {
  readonly at: number;
  readonly path: string;
  readonly type: string;
  readonly status: number | 'hang';
}

/** Everything that the twin of the service knows. */
export interface Bots {
  readonly apps: Map<string, BotApp>;
  readonly conversations: Map<string, BotConversation>;
  readonly orders: BotOrder[];
  readonly calls: BotCall[];
  /** Tokens that were given out: for which app, and until when. */
  readonly tokens: Map<string, { readonly appId: string; readonly until: number }>;
}

export const APP: BotApp = { appId: '00000000-0000-4000-8000-0000000b07f0', password: 'twin-app-password', tenantId: null, url: '' };

export const openBots = (): Bots => ({
  apps: new Map([[APP.appId, APP]]),
  conversations: new Map(),
  orders: [],
  calls: [],
  tokens: new Map(),
});

/** What happened is forgotten; apps stay. */
export function forgetBots({ conversations, orders, calls, tokens }: Bots): void {
  for (const map of [conversations, tokens]) map.clear();
  for (const list of [orders, calls]) list.length = 0;
}
