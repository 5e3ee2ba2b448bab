import type { Manifest, Report } from '../domain/figures/report';

/** A report that has been begun: what it counts is fixed. */
export type Begun = Report & { readonly [Field in 'batch' | 'at' | 'position']: NonNullable<Report[Field]> };

/** Hears, about once a second, how many rows there are. What it throws ends the making, and nothing is left of it. */
export type TellRows = (rows: number) => Promise<void>;

/** Makes the files of reports beside the desk's work, without holding it up. */
export interface ReportMaker {
  /**
   * Writes the whole file. Throws with the code `ENOSPC` when the disk is full, `Leaving` when this process stops, and whatever
   * else broke; then no file is left, not even an unfinished one.
   */
  make(report: Begun, tell: TellRows): Promise<Manifest>;
}

/** This process stops: whoever is next makes the report from its beginning. */
export class Leaving extends Error {}
