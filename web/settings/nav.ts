import type { IconName } from '../parts/icons';

/** What can be set, in the groups and the order of the navigation. */
// biome-ignore format: a table is read in columns
export const NAV = [
  { group: 'general', key: 'general',  icon: 'settings' },
  { group: 'general', key: 'channels', icon: 'channels' },
  { group: 'general', key: 'stages',   icon: 'stages' },
  { group: 'general', key: 'fields',   icon: 'template' },
  { group: 'general', key: 'timers',   icon: 'clock' },
  { group: 'general', key: 'routing',  icon: 'transfer' },
  { group: 'general', key: 'rules',    icon: 'filter' },
  { group: 'general', key: 'targets',  icon: 'target' },
  { group: 'general', key: 'delivery', icon: 'send' },
  { group: 'general', key: 'policy',   icon: 'shield' },
  { group: 'people',  key: 'agents',   icon: 'person' },
  { group: 'people',  key: 'teams',    icon: 'team' },
  { group: 'people',  key: 'tokens',   icon: 'lock' },
  { group: 'people',  key: 'audit',    icon: 'history' },
  { group: 'words',   key: 'bots',     icon: 'bot' },
  { group: 'words',   key: 'texts',    icon: 'pen' },
  { group: 'words',   key: 'canned',   icon: 'canned' },
] as const satisfies readonly { group: string; key: string; icon: IconName }[];

export type Section = (typeof NAV)[number]['key'];
export const GROUPS = ['general', 'people', 'words'] as const;
export const isSection = (key: string): key is Section => NAV.some((row) => row.key === key);
