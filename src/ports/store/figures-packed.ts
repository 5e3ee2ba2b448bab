import type { Packed, PackedDay } from '../../domain/figures/packing';
import type { Instant } from '../../domain/ticket';

/** How far days are packed. */
export interface Packing {
  readonly of: Packed;
  /** When the first of what it is made of was; null = there is nothing. */
  readonly first: Instant | null;
  /** The days that are packed, and by how many folds. */
  readonly days: ReadonlyMap<number, number>;
}

export interface FigurePackedReads {
  packing(): Promise<Packing[]>;
}

export interface FigurePackedTx {
  /** In place of what was packed of these days. */
  savePacked(days: readonly PackedDay[]): Promise<void>;
  /** They are read row by row from then on, until they are packed anew. */
  dropPacked(days: readonly Pick<PackedDay, 'of' | 'day'>[]): Promise<void>;
}
