import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Channel } from '../../api/types';

type Tab = LazyExoticComponent<ComponentType<{ readonly channel: Channel }>>;

/** The parts of a channel's page, in order, loaded when they are opened. */
// biome-ignore format: a table is read in columns
export const TABS = {
  account: lazy(async () => ({ default: (await import('./account-tab')).AccountTab })),
  webhook: lazy(async () => ({ default: (await import('./webhook-tab')).WebhookTab })),
  health:  lazy(async () => ({ default: (await import('./health/health-tab')).HealthTab })),
  bot:     lazy(async () => ({ default: (await import('./bot-tab')).BotTab })),
  own:     lazy(async () => ({ default: (await import('./own-tab')).OwnTab })),
} as const satisfies Record<string, Tab>;

export type TabKey = keyof typeof TABS;

/** A network without a webhook has no page for one. */
export const tabsOf = ({ webhook }: Pick<Channel, 'webhook'>): TabKey[] =>
  (Object.keys(TABS) as TabKey[]).filter((key) => key !== 'webhook' || webhook !== null);

export const isTab = (key: string, channel: Pick<Channel, 'webhook'>): key is TabKey => tabsOf(channel).some((one) => one === key);
