import { time } from './clock';
import { type Acts, restingState, type State } from './state';
import { openView } from './view';
import type { Config, Message } from './wire';
import { spokenFor } from './words';

/** What is tried out; nothing of it is saved. */
export interface Previewed {
  readonly config: Pick<Config, 'title' | 'color' | 'position' | 'greeting' | 'offlineText' | 'online' | 'language'>;
  readonly theme: 'light' | 'dark';
  readonly open: boolean;
}

const LIMITS = { text: 4000, file: { most: 0, mimes: [] } };

/** Shows the widget inside an element, with nobody behind it: what is written stays there. Returns what takes it away. */
export function showPreview(parent: HTMLElement, { config, theme, open }: Previewed): () => void {
  let state: State = { ...restingState({ ...config, greetAfter: null, limits: LIMITS }), open, greets: !open && config.greeting !== null };
  const set = (patch: Partial<State>) => {
    state = { ...state, ...patch };
    view.update(state);
  };
  const view = openView(
    spokenFor(config.language),
    { theme, side: null, color: null },
    actsOf(() => state, set),
  );
  view.host.toggleAttribute('contained', true);
  parent.replaceChildren(view.host);
  view.update(state);
  return () => view.host.remove();
}

const NOTHING = () => undefined;

function actsOf(now: () => State, set: (patch: Partial<State>) => void): Acts {
  return {
    open: () => set({ open: true, greets: false }),
    close: () => set({ open: false }),
    say: (text) => set({ log: new Map([...now().log, [`${now().log.size}`, saidNow(text, now().log.size)]]) }),
    dismissGreeting: () => set({ greets: false }),
    choose: NOTHING,
    retry: NOTHING,
    drop: NOTHING,
    attach: NOTHING,
    detach: NOTHING,
    reattach: NOTHING,
    types: NOTHING,
    older: NOTHING,
    file: () => Promise.reject(new Error('there are no files in a preview')),
    draft: () => '',
    keepDraft: NOTHING,
  };
}

function saidNow(text: string, at: number): Message {
  const about = { rev: at, replyTo: null, editedAt: null, deletedAt: null, clientId: null, name: null };
  return { ...about, id: `${at}`, by: 'visitor', content: { type: 'text', text }, sentAt: new Date(time()).toISOString(), state: 'sent' };
}
