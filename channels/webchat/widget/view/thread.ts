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
  const toBottom = () => {
    log.scrollTop = log.scrollHeight;
  };
  const news = h('button', { type: 'button', class: 'news', hidden: true, onclick: toBottom }, words.newMessages, icon('down'));
  const isNear = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  log.addEventListener('scroll', () => {
    if (isNear()) news.hidden = true;
  });
  let newest = '';
  return {
    element: h('div', { class: 'thread' }, log, news),
    toBottom,
    update(state) {
      const entries = entriesOf(state);
      const near = isNear();
      keyed(log, entries, (entry) => entryOf(eyes, state.config.title ?? words.chat, entry));
      const last = entries.at(-1)?.key ?? '';
      if (near) toBottom();
      else if (last !== newest) news.hidden = false;
      newest = last;
    },
  };
}
