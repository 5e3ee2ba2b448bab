import type { Tx } from '../../src/ports/store';

/** A transaction that does some things otherwise: what it offers is made when it is asked for, so it can't be spread. */
export const over = (tx: Tx, changed: Partial<Tx>): Tx => Object.create(tx, Object.getOwnPropertyDescriptors(changed));
