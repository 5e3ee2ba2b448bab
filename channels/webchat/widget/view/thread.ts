import type { State } from '../state';
import { entryOf } from './bubble';
import { h, icon, keyed } from './dom';
import { entriesOf } from './entries';
import type { Eyes } from './eyes';

/** The conversation. It follows what is new while its reader is at the bottom; who reads above is not moved. */
export interface Thread {
  readonly element: HTMLElement;
  update(state: State): void;
  toBottom(): void;
}

const NEAR = 48;

export function threadOf(eyes: Eyes): Thread {
  const { words } = eyes.spoken;
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.log, tabindex: 0 });
  let follows = true;
  const toBottom = () => {
    follows = true;
    log.scrollTop = log.scrollHeight;
  };
  const news = h('button', { type: 'button', class: 'news', hidden: true, onclick: toBottom }, words.newMessages, icon('down'));
  log.addEventListener('scroll', () => {
    if (log.scrollTop < NEAR && hasOlder) eyes.acts.older();
    follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (follows) news.hidden = true;
  });
  new ResizeObserver(() => follows && toBottom()).observe(log);
  let newest = '';
  let oldest = '';
  let hasOlder = false;
  return {
    element: h('div', { class: 'thread' }, log, news),
    toBottom,
    update(state) {
      const entries = entriesOf(state);
      const first = entries.find(({ kind }) => kind === 'said')?.key ?? '';
      const below = log.scrollHeight - log.scrollTop;
      keyed(log, entries, (entry) => entryOf(eyes, state.config.title ?? words.chat, entry));
      const last = entries.at(-1)?.key ?? '';
      hasOlder = state.older;
      if (follows) toBottom();
      // What came above moves nobody who reads.
      else if (first !== oldest) log.scrollTop = log.scrollHeight - below;
      else if (last !== newest) news.hidden = false;
      newest = last;
      oldest = first;
    },
  };
}
