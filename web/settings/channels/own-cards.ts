import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Channel } from '../../api/types';
import { LOOK } from './webchat/look';

type Card = LazyExoticComponent<ComponentType<{ readonly channel: Channel }>>;

/** How a network is connected that is neither called by nor calls an address: a card of its own, loaded with it alone. */
export const CARDS: Readonly<Record<string, Card>> = {
  whatsapp_web: lazy(async () => ({ default: (await import('./whatsapp-web/phone-card')).PhoneCard })),
  webchat: lazy(async () => ({ default: (await import('./webchat/site-card')).SiteCard })),
};

/** Fields that stand on another part of the page than the account's. */
export const STANDS_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  webchat: ['allowedOrigins', 'identitySecret', ...LOOK],
};
