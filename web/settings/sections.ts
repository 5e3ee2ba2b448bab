import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Section } from './nav';

/** The page of each section, loaded when it is opened. */
// biome-ignore format: a table is read in columns
export const SECTIONS: Partial<Record<Section, LazyExoticComponent<ComponentType>>> = {
  channels: lazy(async () => ({ default: (await import('./channels/channels-page')).ChannelsPage })),
  general:  lazy(async () => ({ default: (await import('./rules/general-page')).GeneralPage })),
  stages:   lazy(async () => ({ default: (await import('./stages/stages-page')).StagesPage })),
  fields:   lazy(async () => ({ default: (await import('./fields/fields-page')).FieldsPage })),
  timers:   lazy(async () => ({ default: (await import('./rules/timers-page')).TimersPage })),
  routing:  lazy(async () => ({ default: (await import('./rules/routing-page')).RoutingPage })),
  targets:  lazy(async () => ({ default: (await import('./targets/targets-page')).TargetsPage })),
  policy:   lazy(async () => ({ default: (await import('./rules/policy-page')).PolicyPage })),
  agents:   lazy(async () => ({ default: (await import('./agents/agents-page')).AgentsPage })),
  teams:    lazy(async () => ({ default: (await import('./teams/teams-page')).TeamsPage })),
  tokens:   lazy(async () => ({ default: (await import('./tokens/tokens-page')).TokensPage })),
  audit:    lazy(async () => ({ default: (await import('./audit/audit-page')).AuditPage })),
  rules:    lazy(async () => ({ default: (await import('./routing-rules/rules-page')).RulesPage })),
  canned:   lazy(async () => ({ default: (await import('./canned/canned-page')).CannedPage })),
  bots:     lazy(async () => ({ default: (await import('./bots/bots-page')).BotsPage })),
  delivery: lazy(async () => ({ default: (await import('./rules/delivery-page')).DeliveryPage })),
  texts:    lazy(async () => ({ default: (await import('./rules/texts-page')).TextsPage })),
};
