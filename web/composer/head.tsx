import { type KeyboardEvent, useRef } from 'react';
import { ariaKeys, capsOf } from '../keys/chord';
import { Icon } from '../parts/icon';
import { TimeLeft } from '../parts/time-left';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { focusComposer } from './draft';
import type { Mode } from './draft-store';
import { hoursOf } from './hours';
import { KEYS } from './keys';
import type { Writing } from './use-writing';

const MODES: readonly Mode[] = ['reply', 'note'];

/** Reply or note, and how long one can still answer freely. */
export function Head({ writing }: { readonly writing: Writing }) {
  const { composer } = useWords();
  const { mode, standing, turn } = writing;
  const tabs = useRef<HTMLDivElement>(null);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const next = mode === 'reply' ? 'note' : 'reply';
    turn(next);
    tabs.current?.querySelector<HTMLElement>(`[data-mode=${next}]`)?.focus();
  };
  return (
    <div className="head">
      <div className="tabs2" role="tablist" aria-label={composer.label} ref={tabs}>
        {MODES.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            data-mode={one}
            className={`tab ${mode === one ? 'on' : ''}`}
            aria-selected={mode === one}
            aria-keyshortcuts={ariaKeys(KEYS[one])}
            title={capsOf(KEYS[one]).join(' ')}
            tabIndex={mode === one ? 0 : -1}
            onClick={({ detail }) => (detail > 0 ? focusComposer(one) : turn(one))}
            onKeyDown={onKeyDown}
          >
            {one === 'note' ? <Icon name="pen" size="s" /> : null}
            {one === 'reply' && standing.kind === 'template' ? composer.template : composer[one]}
          </button>
        ))}
      </div>
      <span className="grow" />
      <Left writing={writing} />
    </div>
  );
}

export function Left({ writing: { ticket, channel, standing } }: { readonly writing: Writing }) {
  const { composer, common } = useWords();
  const times = useTimes();
  const now = Date.now();
  if (standing.kind === 'free') {
    if (standing.closesAt === null) return null;
    const window = { state: standing.human ? 'human_agent' : 'open', closesAt: new Date(standing.closesAt).toISOString() } as const;
    const network = common.networks[ticket.channel.kind] ?? ticket.channel.name;
    const says = composer.freeUntil(network, hoursOf(channel), times.moment(standing.closesAt, now));
    return (
      <span title={standing.human ? undefined : says}>
        <TimeLeft window={window} />
      </span>
    );
  }
  if (standing.kind === 'barred') return null;
  const icon = standing.kind === 'template' ? 'template' : 'lock';
  const says = standing.endedAt === null ? null : composer.ended(times.moment(standing.endedAt, now));
  return (
    <span className="left shut">
      <Icon name={icon} size="xs" />
      {says ?? (standing.kind === 'template' ? common.windows.templateOnly : common.windows.closed)}
    </span>
  );
}
