import type { Row } from './bench';
import { browser } from './rows/browser';
import { figures } from './rows/figures';
import { inbound } from './rows/inbound';
import { lists } from './rows/lists';
import { live } from './rows/live';
import { logIn } from './rows/log-in';
import { mixed } from './rows/mixed';
import { outbound } from './rows/outbound';
import { stageDeletion } from './rows/stage-deletion';
import { start } from './rows/start';
import { sweep } from './rows/sweep';
import { two } from './rows/two';

/** Everything that can be measured, in the order in which it is. */
export const ROWS: readonly Row[] = [
  start,
  inbound('sqlite'),
  inbound('mysql'),
  two,
  outbound('sqlite'),
  outbound('mysql'),
  mixed('sqlite'),
  mixed('mysql'),
  logIn,
  live,
  browser,
  sweep('sqlite'),
  sweep('mysql'),
  stageDeletion('sqlite'),
  stageDeletion('mysql'),
  lists('sqlite'),
  lists('mysql'),
  figures('sqlite'),
  figures('mysql'),
];
