import { useMemo } from 'react';
import { useWorkspace } from '../api/workspace';
import { useFrame } from '../inbox/use-frame';
import { useWords } from '../words';
import { BoardColumn } from './column';
import { ColumnMenu } from './column-menu';
import { columnsOf } from './columns';
import { Ghost } from './ghost';
import { PlaceMenu } from './place-menu';
import { type BoardSearch, filterOf } from './search';
import { Sum } from './sum';
import { useHands } from './use-hands';
import { useMoves } from './use-moves';

/** The board as it is, whose cards can be moved. */
export function LiveBoard({ search }: { readonly search: BoardSearch }) {
  const { board } = useWords();
  const { stages } = useWorkspace();
  const phone = useFrame() === 'phone';
  const columns = useMemo(() => columnsOf(search.by ?? 'stage', stages, filterOf(search)), [stages, search]);
  const moves = useMoves(columns);
  const hands = useHands(columns, moves);
  const one = columns.find(({ key }) => key === search.column) ?? columns[0];
  const { lifted } = moves;
  return (
    <>
      <Sum filter={filterOf(search)} />
      {phone && one ? <ColumnMenu columns={columns} now={one} /> : null}
      <p id="board-hint" className="unseen">
        {board.hint}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it are links and buttons, heard here together */}
      <div
        ref={hands.board}
        className={`cols ${lifted ? 'moving' : ''}`}
        onPointerDown={hands.onPointerDown}
        onKeyDown={hands.onKeyDown}
        onClick={hands.onClick}
      >
        {(phone && one ? [one] : columns).map((column) => (
          <BoardColumn key={column.key} column={column} moves={moves} alone={phone} />
        ))}
      </div>
      {lifted?.how === 'pointer' ? <Ghost ticketId={lifted.ticketId} hold={hands.ghost} /> : null}
      <PlaceMenu moves={moves} />
      <div className="unseen" role="status" aria-live="assertive">
        {moves.said}
      </div>
    </>
  );
}
