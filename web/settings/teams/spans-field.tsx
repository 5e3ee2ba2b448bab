import type { Span } from '../../../src/domain/hours';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { isOvernight, oneMore, timeOf } from './hours';

interface Props {
  /** The day or the holiday, for who hears the page. */
  readonly of: string;
  readonly spans: readonly Span[];
  readonly onChange: (spans: readonly Span[]) => void;
}

const MOST = 8;

/** The stretches of one day: begin and end of each. */
export function SpansField({ of, spans, onChange }: Props) {
  const { hours: words } = useWords().teams;
  const set = (at: number, change: Partial<Span>) => onChange(spans.map((span, i) => (i === at ? { ...span, ...change } : span)));
  return (
    <div className="spans">
      {spans.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place alone
        <div className="span" key={at}>
          <TimeField label={words.from(of, at + 1)} value={span.from} onChange={(from) => set(at, { from })} />
          <span aria-hidden="true">–</span>
          <TimeField label={words.to(of, at + 1)} value={span.to} onChange={(to) => set(at, { to })} />
          {isOvernight(span) ? <span className="sm mute">{words.nextDay}</span> : null}
          <button
            type="button"
            className="btn quiet icon small"
            aria-label={words.removeSpan(of, at + 1)}
            onClick={() => onChange(spans.filter((_, i) => i !== at))}
          >
            <Icon name="minus" />
          </button>
        </div>
      ))}
      {spans.length < MOST ? (
        <button type="button" className="btn quiet icon small" aria-label={words.addSpan(of)} onClick={() => onChange(oneMore(spans))}>
          <Icon name="plus" />
        </button>
      ) : null}
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** A time of 24 hours; the browser's own field knows no 24:00, and in some languages am and pm. */
function TimeField({ label, value, onChange }: TimeProps) {
  return (
    <input
      className="input time"
      inputMode="numeric"
      dir="ltr"
      maxLength={5}
      autoComplete="off"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => onChange(timeOf(event.target.value))}
    />
  );
}
