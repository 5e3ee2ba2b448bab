import type { Instant } from '../ticket';
import { sum } from './durations';
import type { Gathered, Gathering, Spans, TicketFigures } from './kept';
import type { Trace } from './trace';

const NO_LULL = { plain: 0, worked: 0 };

/** With what has passed; while nobody waits it is the lull, too. */
export function longerBy(
  { gathered: { lull = NO_LULL, ...gathered }, waitingFrom }: TicketFigures,
  { plain, worked }: Gathered,
): Gathering {
  return {
    plain: sum(gathered.plain, plain),
    worked: sum(gathered.worked, worked),
    lull: waitingFrom === null ? { plain: lull.plain + plain.total, worked: lull.worked + worked.total } : lull,
  };
}

/** An answer that fails after the customer has written again was none: they have waited in between, too. */
export function owed(
  { gathered: { lull = NO_LULL, plain, worked }, waitingFrom: before }: TicketFigures,
  { did }: Trace,
  now: Instant | null,
): Gathering {
  if (before === null) return { plain, worked, lull: did.failed ? NO_LULL : lull };
  if (!did.failed) return { plain, worked, lull: now === null ? NO_LULL : lull };
  const more = (spans: Spans, waiting: number): Spans => ({ ...spans, waiting: spans.waiting + waiting });
  return { plain: more(plain, lull.plain), worked: more(worked, lull.worked), lull: NO_LULL };
}
