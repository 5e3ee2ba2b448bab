import type { KeyboardEvent } from 'react';
import { useLanguage } from '../../words';
import { counted } from './event-words';
import type { Outcome, Webhook } from './queries';

const TABS = ['all', 'applied', 'ignored', 'failed', 'unrouted', 'rejected'] as const;
export type LogTab = (typeof TABS)[number];

/** What can become only of what somebody calls us with. */
const OF_CALLS: ReadonlySet<LogTab> = new Set(['unrouted', 'rejected']);

/** The desk counts so far and no further. */
const MOST = 100_000;

interface Props {
  readonly tab: LogTab;
  readonly webhook: Webhook | undefined;
  /** Whether the network calls an address of ours. */
  readonly isCalled: boolean;
  readonly onChoose: (tab: LogTab) => void;
}

/** One tab for each outcome, with how many. Arrows walk along them. */
export function LogTabs({ tab, webhook, isCalled, onChoose }: Props) {
  const { language, words } = useLanguage();
  const { log } = words.channels;
  const tabs = TABS.filter((one) => isCalled || !OF_CALLS.has(one));
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const turned = getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step;
    const next = tabs.at((tabs.indexOf(tab) + turned) % tabs.length) ?? tab;
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <div className="tabs logtabs" role="tablist" aria-label={log.title} onKeyDown={walk}>
      {tabs.map((key) => (
        <button
          key={key}
          type="button"
          role="tab"
          data-tab={key}
          className={key === tab ? 'on' : ''}
          aria-selected={key === tab}
          aria-controls="event-log"
          tabIndex={key === tab ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {log.tabs[key]} {webhook ? <span className="count">{counted(countOf(key, webhook), MOST, language)}</span> : null}
        </button>
      ))}
    </div>
  );
}

function countOf(tab: LogTab, { counts, rejected }: Webhook): number {
  if (tab === 'rejected') return rejected.reduce((sum, { count }) => sum + count, 0);
  if (tab !== 'all') return counts[tab];
  return (Object.keys(counts) as Outcome[]).reduce((sum, outcome) => sum + counts[outcome], 0);
}
