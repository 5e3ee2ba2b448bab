import type { ReactNode } from 'react';
import type { ChartLine } from './chart-options';

const DASH = { 0: undefined, 1: '7 4', 2: '2 3', before: '3 4' } as const;

const MARK: Readonly<Record<ChartLine['as'], ReactNode>> = {
  0: <circle cx="11" cy="4" r="3.2" fill="var(--rd-series-1)" />,
  1: <rect x="8" y="1" width="6" height="6" fill="var(--rd-surface)" stroke="var(--rd-series-2)" strokeWidth="2" />,
  2: <path d="M11 .6 14.4 7H7.6Z" fill="var(--rd-surface)" stroke="var(--rd-series-3)" strokeWidth="2" />,
  before: null,
};

/** What the lines of a chart are, each drawn as it is there; the period before comes last. */
export function KeyLines({ lines }: { readonly lines: readonly ChartLine[] }) {
  const sorted = [...lines].sort((a, b) => Number(a.as === 'before') - Number(b.as === 'before'));
  return (
    <span className="keylines">
      {sorted.map(({ as, name }) => (
        <KeyLine key={name} as={as} name={name} />
      ))}
    </span>
  );
}

function KeyLine({ as, name }: Pick<ChartLine, 'as' | 'name'>) {
  const stroke = as === 'before' ? 'var(--rd-line-strong)' : `var(--rd-series-${as + 1})`;
  return (
    <span className="keyline">
      <svg width="22" height="8" aria-hidden="true">
        <path d="M0 4h22" stroke={stroke} strokeWidth={as === 'before' ? 1.5 : 2.2} strokeDasharray={DASH[as]} />
        {MARK[as]}
      </svg>
      {name}
    </span>
  );
}
