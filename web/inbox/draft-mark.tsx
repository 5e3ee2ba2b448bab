import { useHasDraft } from '../live/draft-tickets';
import { useWords } from '../words';

interface Props {
  readonly ticketId: string;
}

/** That one has begun to write here, on whatever machine. */
export function DraftMark({ ticketId }: Props) {
  const { together } = useWords();
  return useHasDraft(ticketId) ? <span className="draftmark">{together.draft}</span> : null;
}

/** The same for who hears the row. */
export function DraftSaid({ ticketId }: Props) {
  const { together } = useWords();
  return useHasDraft(ticketId) ? <span className="unseen">, {together.draft}</span> : null;
}
