import { useEffect, useState } from 'react';
import { useWorkspace } from '../../api/workspace';
import { useFrame } from '../../inbox/use-frame';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import type { BoardSearch } from '../search';
import { useCountsOf } from '../use-count';
import { openAt, type Point } from './hill';
import './past.css';
import { ticksOf } from './labels';
import type { Step } from './moments';
import { stoodIn, useBoardThen, useHill } from './read';
import { TimeHead } from './time-head';
import { focusSlider, Track } from './track';
import { useClock, useStretch } from './use-clock';
import { useMoment } from './use-moment';

interface Props {
  readonly search: BoardSearch;
  /** The moment of the address; null = now. */
  readonly settled: number | null;
}

/** The slider over the board: the hill of open tickets, and the moment that is looked at. On a phone it opens when it is asked for. */
export function TimeBar({ search, settled }: Props) {
  const { past } = useWords().board;
  const phone = useFrame() === 'phone';
  const [asked, ask] = useState(false);
  if (phone && !asked && settled === null)
    return (
      <button type="button" className="btn lookback" aria-expanded="false" onClick={() => ask(true)}>
        <Icon name="history" /> {past.lookBack}
      </button>
    );
  return <Bar search={search} settled={settled} begins={asked} />;
}

function Bar({ search, settled, begins }: Props & { readonly begins: boolean }) {
  const { past } = useWords().board;
  const [step, setStep] = useState<Step>('hour');
  // The button that opened it is gone.
  useEffect(() => {
    if (begins) focusSlider();
  }, [begins]);
  const clock = useClock();
  const { at, moving, move } = useMoment(settled);
  const stretch = useStretch(at, step, clock);
  const hill = useHill(stretch, step);
  const live = useCountsOf({}, useWorkspace().me.id)?.open;
  const then = useThen(search, settled);
  const looking = then.looking || moving;
  const points: readonly Point[] = live === undefined || stretch.to < clock.now ? hill : [...hill, { at: stretch.to, open: live }];
  const count = at === null ? live : (openAt(hill, at) ?? (at === settled ? then.open : undefined));
  const open = count === undefined ? '' : past.open(count);
  const moment = at === null ? past.now : clock.says.whole(at, clock.now);
  return (
    <section className="tm" aria-label={past.slider}>
      <TimeHead at={at} step={step} setStep={setStep} clock={clock} move={move} />
      <Track
        at={at}
        step={step}
        stretch={stretch}
        clock={clock}
        points={points}
        label={looking && at !== null ? past.looking : open}
        valueText={[moment, open].filter(Boolean).join(', ')}
        move={move}
      />
      <div className="days" aria-hidden="true">
        {ticksOf(stretch, step, clock.zone, clock.says).map(({ at: tick, share, says }) => (
          <span key={tick} className={share > NARROW ? 'late' : undefined} style={{ insetInlineStart: `${share * 100}%` }}>
            {says}
          </span>
        ))}
        <span className="last">{stretch.to >= clock.now ? past.now : clock.says.short(stretch.to)}</span>
      </div>
    </section>
  );
}

/** Behind it a phone has room for the last word only. */
const NARROW = 0.72;

/** Whether the board of the address is still on its way, and how many were open then; undefined under filters. */
function useThen(search: BoardSearch, settled: number | null): { readonly looking: boolean; readonly open: number | undefined } {
  const filters = stoodIn(search, useWorkspace().me.id);
  const { isPlaceholderData, isFetching, data } = useBoardThen(settled, search.by ?? 'stage', filters);
  const looking = settled !== null && (isPlaceholderData || (isFetching && !data));
  return { looking, open: looking || filters !== '' ? undefined : data?.open };
}
