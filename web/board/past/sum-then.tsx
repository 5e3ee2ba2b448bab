import { StatusPill } from '../../parts/status-pill';
import { useLanguage } from '../../words';
import type { BoardThen } from './read';

/** How many were open, how they stood, and how long the queue's oldest had waited. */
export function SumThen({ board }: { readonly board: BoardThen | undefined }) {
  const { language, words } = useLanguage();
  const { board: says, common } = words;
  if (!board) return <div className="sum" />;
  return (
    <div className="sum">
      <span>
        <b>{board.open.toLocaleString(language)}</b> {says.openTickets(board.open)}
      </span>
      {board.statuses.map(({ status, tickets }) => (
        <span key={status} className="row">
          <StatusPill status={status} />
          <b>{tickets.toLocaleString(language)}</b>
        </span>
      ))}
      <span className="grow" />
      {board.oldestWaitSeconds === null ? null : (
        <span className="mute">
          {says.past.longestWait} <b className="soft">{common.lasting(board.oldestWaitSeconds * 1000)}</b>
        </span>
      )}
    </div>
  );
}
