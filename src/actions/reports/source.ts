import type { Column } from '../../domain/figures/sheet';
import type { Desk } from '../desk';

/** What is needed to make a report: it only reads. */
export type Maker = Pick<Desk, 'store' | 'house' | 'reportFiles'>;

export type { Begun } from '../../ports/report-maker';

/** What a report is made of: slices that are read one after the other, each in a few milliseconds. */
export interface Source<Row> {
  readonly columns: readonly Column<Row>[];
  readonly slices: AsyncIterable<readonly Row[]>;
}

/** What passed by while it was made. */
export interface Counted {
  rows: number;
  escaped: number;
  tickets: number;
  readonly chats: { add(id: string): void; count(): number };
}
