import { type KeyboardEvent, useRef } from 'react';
import type { Drawn } from './chart-options';
import { type Looked, useChart } from './use-chart';

interface Props {
  /** The same object as long as nothing in it changes. */
  readonly drawn: Drawn;
  /** What it shows, in one sentence. */
  readonly label: string;
  /** One point: its time in full, and its values. */
  readonly say: (at: number) => { readonly title: string; readonly text: string };
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at - 1,
  ArrowUp: (at) => at + 1,
  PageUp: (at) => at - 7,
  PageDown: (at) => at + 7,
  Home: () => 0,
  End: (_, last) => last,
};

/** Lines over time with one crosshair, by pointer or by keys. Its table stands beside it. */
export function Chart({ drawn, label, say }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const { looked, go } = useChart(host, drawn);
  const last = drawn.points.length - 1;
  const at = looked?.at ?? last;
  const step = (event: KeyboardEvent) => {
    const move = STEPS[event.key];
    if (event.key === 'Escape' && looked) go(null);
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(looked ? Math.min(last, Math.max(0, move(looked.at, last))) : event.key === 'Home' ? 0 : last);
  };
  const { title, text } = say(at);
  return (
    <div
      className="plot"
      dir="ltr"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={`${title}: ${text}`}
      onKeyDown={step}
      onBlur={() => go(null)}
    >
      <div ref={host} className="plothost" />
      {looked ? <Box looked={looked} last={last} title={title} text={text} /> : null}
    </div>
  );
}

interface BoxProps {
  readonly looked: Looked;
  readonly last: number;
  readonly title: string;
  readonly text: string;
}

/** Beside the crosshair, on the side where there is room. */
function Box({ looked: { at, left }, last, title, text }: BoxProps) {
  const late = at > last / 2;
  return (
    <div className={`plotbox ${late ? 'late' : ''}`} style={{ left }} aria-hidden="true">
      <b>{title}</b>
      <span className="soft">{text}</span>
    </div>
  );
}
