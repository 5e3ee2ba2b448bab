import { type ReactNode, useState } from 'react';
import { useWords } from '../words';

interface Props {
  readonly title: string;
  /** A grey word beside it. */
  readonly says?: string | undefined;
  readonly aside?: ReactNode;
  /** What the chart says, in one sentence; without it its own words do. */
  readonly label?: string | undefined;
  readonly chart: ReactNode;
  /** The same numbers as text. The very same node where there is nothing to show: it stands there once, with nothing to choose. */
  readonly table: ReactNode;
  readonly starts?: 'chart' | 'table';
  /** The table is short: it stands below the chart. */
  readonly both?: boolean;
}

/** A chart with its table one press away. Paper shows both. */
export function Panel({ title, says, aside, label, chart, table, starts = 'chart', both = false }: Props) {
  const [shown, show] = useState(starts);
  const nothing = chart === table;
  return (
    <section className="card" aria-label={title}>
      <div className="h">
        <h2>{title}</h2>
        {says ? <span className="sm mute">{says}</span> : null}
        <span className="grow" />
        {aside}
        {both || nothing ? null : <View title={title} shown={shown} onShow={show} />}
      </div>
      <figure className={`c ${both || nothing || shown === 'chart' ? '' : 'paper'}`} aria-label={label}>
        {chart}
      </figure>
      {nothing ? null : <div className={`c sideways ${both || shown === 'table' ? '' : 'paper'}`}>{table}</div>}
    </section>
  );
}

interface ViewProps {
  readonly title: string;
  readonly shown: 'chart' | 'table';
  readonly onShow: (view: 'chart' | 'table') => void;
}

function View({ title, shown, onShow }: ViewProps) {
  const { view } = useWords().analytics;
  return (
    <fieldset className="seg" aria-label={view.label(title)}>
      {(['chart', 'table'] as const).map((one) => (
        <button key={one} type="button" className={one === shown ? 'on' : ''} aria-pressed={one === shown} onClick={() => onShow(one)}>
          {view[one]}
        </button>
      ))}
    </fieldset>
  );
}
