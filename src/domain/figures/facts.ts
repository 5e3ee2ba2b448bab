import { inSeconds, NOTHING, sum } from './durations';
import type { FigureFact, Spans, TicketFigures } from './kept';
import type { Counted, Moved } from './trace';

interface Happened {
  readonly figures: TicketFigures;
  readonly facts: readonly FigureFact[];
}

/** What a trace's moves begin and end: a ticket that is new, its first answer, a spell that closes, another that opens. */
export function factsIn(figures: TicketFigures, before: TicketFigures | null, trace: Counted): Happened {
  const first = figures.response !== null && (before?.response ?? null) === null ? [answered(figures, trace)] : [];
  return (trace.did.moved ?? []).reduce<Happened>(
    (done, move) => {
      const around = { trace, hadBy: before?.assigneeId ?? null, lastHadBy: before?.agentId ?? null };
      const { figures: next, facts } = moved(done.figures, move, around);
      return { figures: next, facts: [...done.facts, ...facts] };
    },
    { figures, facts: first },
  );
}

interface Around {
  readonly trace: Counted;
  /** Who had it before. */
  readonly hadBy: string | null;
  /** Who had it then, or last. */
  readonly lastHadBy: string | null;
}

function moved(figures: TicketFigures, { from, to, cause }: Moved, { trace, hadBy, lastHadBy }: Around): Happened {
  const created = from === null ? [fact(figures, trace, { kind: 'new', at: figures.createdAt, cause })] : [];
  if (to === 'closed') return closed(figures, created, fact(figures, trace, { kind: 'closed', agentId: hadBy, cause }));
  if (from === 'closed') return reopened(figures, fact(figures, trace, { kind: 'reopened', agentId: lastHadBy, cause }));
  return { figures, facts: created };
}

/** A spell becomes whole seconds when it ends. */
function closed(figures: TicketFigures, created: readonly FigureFact[], empty: FigureFact): Happened {
  const plain = inSeconds(figures.gathered.plain);
  const worked = inSeconds(figures.gathered.worked);
  const spent = { plain: sum(figures.spent.plain, plain), worked: sum(figures.spent.worked, worked) };
  return {
    figures: { ...figures, spent, gathered: NOTHING, closedAt: empty.at },
    facts: [...created, { ...empty, ...plain, ...ofWork(worked) }],
  };
}

const reopened = (figures: TicketFigures, fact: FigureFact): Happened => ({
  figures: { ...figures, reopens: figures.reopens + 1, openedAt: fact.at, closedAt: null, waitedUntil: fact.at, gathered: NOTHING },
  facts: [fact],
});

const answered = (figures: TicketFigures, trace: Counted): FigureFact => ({
  ...fact(figures, trace, { kind: 'answered', at: figures.createdAt, agentId: figures.respondedBy, cause: figures.openCause }),
  total: figures.response,
  totalWorked: figures.responseWorked,
});

const ofWork = ({ total, handle, waiting, idle }: Spans) => ({
  totalWorked: total,
  handleWorked: handle,
  waitingWorked: waiting,
  idleWorked: idle,
});

type Said = Pick<FigureFact, 'kind' | 'cause'> & Partial<Pick<FigureFact, 'at' | 'agentId'>>;

const fact = ({ ticketId, channelId, teamId }: TicketFigures, { id, at, batch }: Counted, said: Said): FigureFact => ({
  traceId: id,
  at,
  batch,
  ticketId,
  channelId,
  teamId,
  agentId: null,
  total: null,
  handle: null,
  waiting: null,
  idle: null,
  totalWorked: null,
  handleWorked: null,
  waitingWorked: null,
  idleWorked: null,
  ...said,
});
