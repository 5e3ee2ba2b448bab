import { accentOf } from '../colors';
import { inOrder } from '../log';
import type { Acts, State } from '../state';
import type { Spoken } from '../words';
import { spokenText } from './contents';
import { h, put, say } from './dom';
import type { Eyes } from './eyes';
import { greetsOf, launcherOf } from './launcher';
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
  const eyes: Eyes = { spoken, acts, pictures: new Map() };
  let former: State | null = null;
  /** The visitor opened or closed it; what a reload or a page by itself does takes the focus from nothing. */
  let byHand = false;
  const turn = (act: () => void) => {
    byHand = true;
    act();
  };
  const launcher = launcherOf(spoken.words, () => turn(former?.open ? acts.close : acts.open));
  const greets = greetsOf(spoken.words, acts, () => turn(acts.open));
  const aloud = h('p', { class: 'unseen', role: 'status' });
  const panel = panelOf(eyes);
  const about = { class: 'root', lang: spoken.language, dir: spoken.dir, 'data-theme': looks.theme };
  const root = h('div', about, panel.element, greets.element, launcher.element, aloud);
  const { host, shadow } = hostOf(root);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !former?.open || event.isComposing) return;
    event.stopPropagation();
    turn(acts.close);
  });
  followKeyboard(panel.element);
  return {
    host,
    update(state) {
      const before = former;
      former = state;
      const moves = byHand || panel.element.contains(shadow.activeElement) || navigator.userActivation?.isActive;
      if (before?.config !== state.config) paint(host, root, { spoken, looks, state });
      say(aloud, before ? (newsIn(eyes, before, state) ?? aloud.textContent ?? '') : '');
      root.classList.toggle('open', state.open);
      for (const part of [launcher, greets, panel]) part.update(state);
      if (state.open === (before?.open ?? false)) return;
      byHand = false;
      if (moves && before) (state.open ? panel : launcher.element).focus();
    },
  };
}

/** A root of our own, into which no style of the page reaches. */
function hostOf(root: HTMLElement): { readonly host: HTMLElement; readonly shadow: ShadowRoot } {
  const host = document.createElement('relaydesk-webchat');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(root);
  return { host, shadow };
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

interface Painted {
  readonly spoken: Spoken;
  readonly looks: Looks;
  readonly state: State;
}

function paint(host: HTMLElement, root: HTMLElement, { spoken, looks, state: { config } }: Painted): void {
  const { fill, on, light, dark } = accentOf(looks.color ?? config.color);
  for (const [name, value] of Object.entries({ fill, on, light, dark })) host.style.setProperty(`--rd-${name}`, value);
  put(root, 'data-side', looks.side ?? config.position ?? (spoken.dir === 'rtl' ? 'left' : 'right'));
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
