import type { ComponentType, LazyExoticComponent } from 'react';
import type { Channel } from '../../api/types';

type Card = LazyExoticComponent<ComponentType<{ readonly channel: Channel }>>;

/** How a network is connected that is neither called by nor calls an address: a card of its own, loaded with it alone. */
export const CARDS: Readonly<Record<string, Card>> = {};
