import { useWorkspace } from '../../api/workspace';
import { useFrame } from '../../inbox/use-frame';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { type BoardSearch, withMoment } from '../search';
import { Sketch } from '../sketch';
import { ColumnMenuThen } from './column-menu-then';
import { ColumnThen } from './column-then';
import './past.css';
import { Link } from '@tanstack/react-router';
import { stoodIn, useBoardThen } from './read';
import { SumThen } from './sum-then';
import { TicketThen } from './ticket-then';
import { focusSlider } from './track';
import { useLooked } from './use-looked';
import { useWalk } from './use-walk';

interface Props {
  readonly search: BoardSearch;
  readonly at: number;
}

/** The board as it was. Nothing can be moved; a card opens its ticket as it was then. */
export function BoardThen({ search, at }: Props) {
  const { board: words, common } = useWords();
  const { me } = useWorkspace();
  const phone = useFrame() === 'phone';
  const filters = stoodIn(search, me.id);
  const { data: board, error, refetch } = useBoardThen(at, search.by ?? 'stage', filters);
  const { data: looked, error: notLooked, look, close } = useLooked(search, at);
  const walk = useWalk();
  const columns = board?.columns ?? [];
  const one = columns.find(({ key }) => key === search.column) ?? columns[0];
  return (
    <>
      <SumThen board={board} />
      {error ? (
        <ProblemLine error={error} what={words.past.notLoaded}>
          <button type="button" className="btn small" onClick={() => void refetch()}>
            {common.problems.again}
          </button>
        </ProblemLine>
      ) : null}
      {phone && board && one ? <ColumnMenuThen columns={columns} now={one} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it are buttons, whose arrows are heard here together */}
      <div className="cols" onKeyDown={walk}>
        {board ? (
          (phone && one ? [one] : columns).map((column) => (
            <ColumnThen key={column.key} board={board} column={column} filters={filters} onLook={look} />
          ))
        ) : error ? null : (
          <Sketch />
        )}
      </div>
      <Strip />
      {search.ticket && (looked !== undefined || notLooked) ? (
        <TicketThen card={looked ?? null} error={notLooked} at={new Date(at).toISOString()} onClose={close} />
      ) : null}
    </>
  );
}

function Strip() {
  const { past } = useWords().board;
  return (
    <p className="bannerline past">
      <Icon name="lock" size="s" />
      <span>
        {past.strip}{' '}
        <Link to="/board" onClick={focusSlider} search={(now: BoardSearch) => withMoment(now, null)}>
          {past.backToNow}
        </Link>
      </span>
    </p>
  );
}
