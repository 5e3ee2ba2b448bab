import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Channel } from '../../api/types';
import type { Kind } from './queries';

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

/** A network without templates has no page for them. Before it is known which it is, neither has it. */
export const tabsOf = (kind: Pick<Kind, 'capabilities'> | undefined): TabKey[] =>
  (Object.keys(TABS) as TabKey[]).filter((key) => key !== 'templates' || kind?.capabilities.template != null);

export const isTab = (key: string): key is TabKey => key in TABS;
