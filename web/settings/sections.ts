import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Section } from './nav';

/** The page of each section, loaded when it is opened. */
// biome-ignore format: a table is read in columns
export const SECTIONS: Partial<Record<Section, LazyExoticComponent<ComponentType>>> = {
  channels: lazy(async () => ({ default: (await import('./channels/channels-page')).ChannelsPage })),
};
