import { accentOf } from '../colors';
import { inOrder } from '../log';
import type { Acts, State } from '../state';
import type { Spoken } from '../words';
import { spokenText } from './contents';
import { h, icon, put, say } from './dom';
import type { Eyes } from './eyes';
import { panelOf } from './panel';
import { STYLE } from './style';

export interface Looks {
  readonly theme: 'auto' | 'light' | 'dark';
  /** Instead of what the channel has. */
  readonly side: 'left' | 'right' | null;

  readonly color: string | null;
}

/** The widget on a page, under a root of its own into which no style of the page reaches. */
export interface View {
  readonly host: HTMLElement;
  update(state: State): void;
}

export function openView(spoken: Spoken, looks: Looks, acts: Acts): View {
  const host = document.createElement('relaydesk-webchat');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  const eyes: Eyes = { spoken, acts, pictures: new Map() };
  const { words } = spoken;
  const badge = h('span', { class: 'badge', 'aria-hidden': 'true' });
  const launcher = h(
    'button',
    { type: 'button', class: 'launcher', 'aria-controls': 'panel', onclick: () => (former?.open ? close() : open()) },
    icon('chat'),
    icon('down'),
    badge,
  );
  const greeting = h('button', { type: 'button', class: 'greeting', dir: 'auto', onclick: () => open() });
  const dismiss = h('button', { type: 'button', class: 'tool', 'aria-label': words.dismiss, onclick: acts.dismissGreeting }, icon('close'));
  const greets = h('div', { class: 'greets', role: 'status' }, greeting, dismiss);
  const aloud = h('p', { class: 'unseen', role: 'status' });
  const panel = panelOf(eyes);
  const root = h(
    'div',
    { class: 'root', lang: spoken.language, dir: spoken.dir, 'data-theme': looks.theme },
    panel.element,
    greets,
    launcher,
    aloud,
  );
  shadow.append(root);
  let former: State | null = null;
  /** The visitor opened or closed it; what a page or a reload does takes the focus from nothing. */
  let byHand = false;
  const open = () => {
    byHand = true;
    acts.open();
  };
  const close = () => {
    byHand = true;
    acts.close();
  };
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !former?.open || event.isComposing) return;
    event.stopPropagation();
    close();
  });
  followKeyboard(panel.element);
  return {
    host,
    update(state) {
      const wasOpen = former?.open ?? false;
      const hadFocus = panel.element.contains(shadow.activeElement);
      if (former?.config !== state.config) {
        paint(host, looks.color ?? state.config.color);
        put(root, 'data-side', looks.side ?? state.config.position ?? (spoken.dir === 'rtl' ? 'left' : 'right'));
      }
      say(aloud, former ? (newsIn(eyes, former, state) ?? aloud.textContent ?? '') : '');
      former = state;
      const count = state.unread > 99 ? '99+' : String(state.unread || '');
      say(badge, count);
      put(launcher, 'aria-label', state.open ? words.close : state.unread > 0 ? words.openUnread(state.unread) : words.open);
      put(launcher, 'aria-expanded', String(state.open));
      root.classList.toggle('open', state.open);
      greets.hidden = !state.greets;
      say(greeting, state.greets ? (state.config.greeting ?? '') : '');
      panel.update(state);
      if (state.open !== wasOpen && (byHand || hadFocus)) {
        byHand = false;
        if (state.open) panel.focus();
        else launcher.focus();
      }
    },
  };
}

/** What is read to who can't see it: what the desk has just said, and who is writing. */
function newsIn({ spoken }: Eyes, former: State, state: State): string | null {
  const fresh = inOrder(state.log).filter(({ id, by, deletedAt }) => by !== 'visitor' && deletedAt === null && !former.log.has(id));
  const last = fresh.at(-1);
  const name = last?.name ?? state.config.title ?? spoken.words.chat;
  if (last && former.log.size > 0) return spoken.words.says(name, last.content ? spokenText(spoken, last.content) : spoken.words.deleted);
  if (state.typing !== null && former.typing === null) return spoken.words.writes(state.typing);
  return null;
}

function paint(host: HTMLElement, color: string | null): void {
  const { fill, on, light, dark } = accentOf(color);
  for (const [name, value] of Object.entries({ fill, on, light, dark })) host.style.setProperty(`--rd-${name}`, value);
}

/** On phones the panel stays above the keyboard. */
function followKeyboard(panel: HTMLElement): void {
  const { visualViewport } = window;
  const fit = () => {
    if (!visualViewport) return;
    panel.style.setProperty('--rd-height', `${visualViewport.height}px`);
    panel.style.setProperty('--rd-top', `${visualViewport.offsetTop}px`);
  };
  visualViewport?.addEventListener('resize', fit);
  visualViewport?.addEventListener('scroll', fit);
}
