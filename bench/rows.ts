import type { Row } from './bench';
import { inbound } from './rows/inbound';

/** Everything that can be measured, in the order in which it is. */
export const ROWS: readonly Row[] = [inbound('sqlite'), inbound('mysql')];
