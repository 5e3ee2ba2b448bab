import { Desk1763769600000 } from './1763769600000-desk';

/** Every migration, oldest first; a new one is a line here. */
export const MIGRATIONS = [Desk1763769600000];
