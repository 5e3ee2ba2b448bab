import type { Acts, State } from '../state';
import type { Words } from '../words';
import { h, icon, put, say } from './dom';

interface Part {
  readonly element: HTMLElement;
  update(state: State): void;
}

const MOST = 99;

/** The button that opens the chat, with how many messages are unread. */
export function launcherOf(words: Words, toggle: () => void): Part {
  const badge = h('span', { class: 'badge', 'aria-hidden': 'true' });
  const about = { type: 'button', class: 'launcher', 'aria-controls': 'panel' };
  const element = h('button', { ...about, onclick: toggle }, icon('chat'), icon('down'), badge);
  return {
    element,
    update({ unread, open }) {
      say(badge, unread > MOST ? `${MOST}+` : String(unread || ''));
      put(element, 'aria-label', open ? words.close : unread > 0 ? words.openUnread(unread) : words.open);
      put(element, 'aria-expanded', String(open));
    },
  };
}

/** The greeting beside the button, which opens the chat too. */
export function greetsOf(words: Words, acts: Acts, open: () => void): Part {
  const greeting = h('button', { type: 'button', class: 'greeting', dir: 'auto', onclick: open });
  const dismiss = h('button', { type: 'button', class: 'tool', 'aria-label': words.dismiss, onclick: acts.dismissGreeting }, icon('close'));
  const element = h('div', { class: 'greets', role: 'status' }, greeting, dismiss);
  return {
    element,
    update({ greets, config }) {
      element.hidden = !greets;
      say(greeting, greets ? (config.greeting ?? '') : '');
    },
  };
}
