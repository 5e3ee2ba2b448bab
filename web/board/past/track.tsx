import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useWords } from '../../words';
import { HEIGHT, hillOf, type Point, shareOf, WIDTH } from './hill';
import { bounded, keyTo, nearest, type Step, type Stretch } from './moments';
import type { Clock } from './use-clock';

interface Props {
  /** Where the handle is; null = now. */
  readonly at: number | null;
  readonly step: Step;
  readonly stretch: Stretch;
  readonly clock: Clock;
  readonly points: readonly Point[];
  /** What stands beside the handle, and what is read out of it. */
  readonly label: string;
  readonly valueText: string;
  readonly move: (at: number | null, atOnce?: boolean) => void;
}

/** Where the focus goes when what had it leaves with the past. */
export const focusSlider = (): void => document.querySelector<HTMLElement>('.tm [role=slider]')?.focus();

/** The hill with its handle: a slider over time. */
export function Track({ at, step, stretch, clock, points, label, valueText, move }: Props) {
  const { past } = useWords().board;
  const track = useRef<HTMLDivElement>(null);
  const { now, zone } = clock;
  const rtl = document.documentElement.dir === 'rtl';
  const place = at ?? stretch.to;
  const share = shareOf(place, stretch);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = keyTo(event.key, { at, step, now, zone, stretch, rtl });
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  const pull = (event: PointerEvent, atOnce = false) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const along = (rtl ? box.right - event.clientX : event.clientX - box.left) / box.width;
    const pointed = stretch.from + Math.min(1, Math.max(0, along)) * (stretch.to - stretch.from);
    move(bounded(along >= 1 ? stretch.to : nearest(pointed, step, zone), now), atOnce);
  };
  return (
    <div
      ref={track}
      className="track"
      role="slider"
      tabIndex={0}
      aria-label={past.moment}
      aria-orientation="horizontal"
      aria-valuemin={minutes(stretch.from)}
      aria-valuemax={minutes(stretch.to)}
      aria-valuenow={minutes(place)}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pull(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && pull(event)}
      onPointerUp={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && pull(event, true)}
    >
      <Drawing points={points} stretch={stretch} until={place} />
      <span className="thumb" style={{ insetInlineStart: `${share * 100}%` }}>
        <i />
      </span>
      <span className="peak" style={share > 0.8 ? { insetInlineEnd: `${(1 - share) * 100}%` } : { insetInlineStart: `${share * 100}%` }}>
        {label}
      </span>
    </div>
  );
}

const minutes = (at: number): number => Math.round(at / 60_000);

interface DrawingProps {
  readonly points: readonly Point[];
  readonly stretch: Stretch;
  readonly until: number;
}

function Drawing({ points, stretch, until }: DrawingProps) {
  const { line, ground, passed } = hillOf(points, stretch, until);
  return (
    <svg className="flips" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none" aria-hidden="true">
      <path className="ground" d={ground} />
      <path className="passed" d={passed} />
      <path className="ridge" d={line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
