import type { State } from '../state';
import { composerOf } from './composer';
import { h, icon, put, say } from './dom';
import type { Eyes } from './eyes';
import { threadOf } from './thread';

/** The open conversation: a dialog that leaves the page as it is, and fills a phone. */
export interface Panel {
  readonly element: HTMLElement;
  update(state: State): void;
  /** Where writing begins; on phones not, so that the keyboard stays down. */
  focus(): void;
}

export function panelOf(eyes: Eyes): Panel {
  const { spoken, acts } = eyes;
  const { words } = spoken;
  const title = h('h2', { id: 'title', dir: 'auto' });
  const presence = h('p', { class: 'presence' });
  const strip = h('p', { class: 'strip', role: 'status' });
  const typing = h('p', { class: 'typing', 'aria-hidden': 'true' });
  const close = h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': words.close, title: words.close, onclick: acts.close },
    icon('close'),
  );
  const thread = threadOf(eyes);
  const composer = composerOf(eyes, thread.toBottom);
  const element = h(
    'section',
    { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'title', 'data-drop': words.drop },
    h('header', {}, h('div', { class: 'grow' }, title, presence), close),
    strip,
    thread.element,
    typing,
    composer.element,
  );
  takeDrops(element, (files) => acts.attach(files));
  element.addEventListener('keydown', (event) => keepInside(element, event));
  return {
    element,
    update(state) {
      const { config, online, offline } = state;
      say(title, config.title ?? words.chat);
      say(presence, online && !offline ? words.online : '');
      say(strip, offline ? words.unreachable : online ? '' : (config.offlineText ?? words.offlineText));
      strip.dataset.bad = String(offline);
      say(typing, state.typing === null ? '' : words.writes(state.typing));
      element.hidden = !state.open;
      put(element, 'aria-modal', coversPage() && 'true');
      if (!state.open) return;
      composer.update(state);
      thread.update(state);
    },
    focus() {
      thread.toBottom();
      if (matchMedia('(pointer: coarse)').matches) close.focus();
      else composer.box.focus();
    },
  };
}

function takeDrops(element: HTMLElement, take: (files: File[]) => void): void {
  const over = (on: boolean) => element.classList.toggle('over', on);
  element.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  element.addEventListener('dragleave', ({ relatedTarget }) => element.contains(relatedTarget as Node | null) || over(false));
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    over(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

const coversPage = (): boolean => matchMedia('(max-width: 480px)').matches;

/** Where it covers the page, Tab goes round in it. */
function keepInside(element: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || !coversPage()) return;
  const all = [...element.querySelectorAll<HTMLElement>('button, textarea, a[href], summary, [tabindex="0"]')].filter(
    (one) => one.getClientRects().length > 0 && !one.matches(':disabled'),
  );
  const at = all.indexOf((element.getRootNode() as ShadowRoot).activeElement as HTMLElement);
  const next = event.shiftKey ? (at <= 0 ? all.at(-1) : null) : at === all.length - 1 ? all[0] : null;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
