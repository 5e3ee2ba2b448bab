import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Channel } from '../../api/types';
import type { Kind } from './queries';

type Tab = LazyExoticComponent<ComponentType<{ readonly channel: Channel }>>;

/** The parts of a channel's page, in order, loaded when they are opened. */
// biome-ignore format: a table is read in columns
export const TABS = {
  account: lazy(async () => ({ default: (await import('./account-tab')).AccountTab })),
  webhook: lazy(async () => ({ default: (await import('./webhook-tab')).WebhookTab })),
  look:    lazy(async () => ({ default: (await import('./webchat/look-tab')).LookTab })),
  health:  lazy(async () => ({ default: (await import('./health/health-tab')).HealthTab })),
  templates: lazy(async () => ({ default: (await import('./templates-tab')).TemplatesTab })),
  bot:     lazy(async () => ({ default: (await import('./bot-tab')).BotTab })),
  own:     lazy(async () => ({ default: (await import('./own-tab')).OwnTab })),
} as const satisfies Record<string, Tab>;

export type TabKey = keyof typeof TABS;

type Seen = Pick<Kind, 'kind' | 'capabilities'>;

/** What only some networks have. */
const ONLY: Partial<Readonly<Record<TabKey, (kind: Seen) => boolean>>> = {
  look: ({ kind }) => kind === 'webchat',
  templates: ({ capabilities }) => capabilities.template !== null,
};

/** Before it is known which network it is, it has what all have. */
export const tabsOf = (kind: Seen | undefined): TabKey[] =>
  (Object.keys(TABS) as TabKey[]).filter((key) => !ONLY[key] || (kind !== undefined && ONLY[key](kind)));

export const isTab = (key: string): key is TabKey => key in TABS;
