import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Channel } from '../../api/types';

type Tab = LazyExoticComponent<ComponentType<{ readonly channel: Channel }>>;

/** The parts of a channel's page, in order, loaded when they are opened. */
// biome-ignore format: a table is read in columns
export const TABS = {
  account: lazy(async () => ({ default: (await import('./account-tab')).AccountTab })),
  webhook: lazy(async () => ({ default: (await import('./webhook-tab')).WebhookTab })),
  health:  lazy(async () => ({ default: (await import('./health/health-tab')).HealthTab })),
  templates: lazy(async () => ({ default: (await import('./templates-tab')).TemplatesTab })),
  bot:     lazy(async () => ({ default: (await import('./bot-tab')).BotTab })),
  own:     lazy(async () => ({ default: (await import('./own-tab')).OwnTab })),
} as const satisfies Record<string, Tab>;

export type TabKey = keyof typeof TABS;

type Seen = Pick<Channel, 'webhook' | 'kind'>;

/** A network without a webhook has no page for one, nor one without templates. */
export const tabsOf = ({ webhook, kind }: Seen): TabKey[] =>
  (Object.keys(TABS) as TabKey[]).filter(
    (key) => (key !== 'webhook' || webhook !== null) && (key !== 'templates' || kind.startsWith('whatsapp_')),
  );

export const isTab = (key: string, channel: Seen): key is TabKey => tabsOf(channel).some((one) => one === key);
