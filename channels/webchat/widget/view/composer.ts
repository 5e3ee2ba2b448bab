import type { State } from '../state';
import { h, icon, put, say } from './dom';
import type { Eyes } from './eyes';
import { drawTray } from './tray';

/** Where the visitor writes: a text, and files beside it. */
export interface Composer {
  readonly element: HTMLElement;
  readonly box: HTMLTextAreaElement;
  update(state: State): void;
}

const TALLEST = 120;

export function composerOf(eyes: Eyes, sent: () => void): Composer {
  const { acts } = eyes;
  const parts = partsOf(eyes);
  const { form, box, picker, tray } = parts;
  let state: State | null = null;
  /** Send was pressed while files were on their way. */
  let due = false;
  const look = () => judge(eyes, parts, state);
  const send = () => {
    due = (state?.attached ?? []).some(({ uploaded, wrong }) => uploaded === null && wrong === null);
    if (!maySend(state, box.value)) return;
    acts.say(box.value);
    box.value = '';
    acts.keepDraft('');
    look();
    sent();
    box.focus();
  };
  box.value = acts.draft();
  listen(eyes, parts, { send, look });
  return {
    element: form,
    box,
    update(next) {
      const before = state;
      state = next;
      if (before?.config.limits.file !== next.config.limits.file) picker.accept = next.config.limits.file.mimes.join(',');
      if (before?.attached !== next.attached) drawTray(eyes, tray, next);
      look();
      if (due && before?.attached !== next.attached) send();
    },
  };
}

type Parts = ReturnType<typeof partsOf>;

function partsOf({ spoken: { words } }: Eyes) {
  const about = { 'aria-label': words.message, placeholder: words.placeholder, 'aria-describedby': 'wrong' };
  const box = h('textarea', { rows: 1, dir: 'auto', autocomplete: 'off', ...about });
  const picker = h('input', { type: 'file', multiple: true, class: 'unseen', tabindex: -1, 'aria-label': words.attach });
  const named = (name: string) => ({ 'aria-label': name, title: name });
  const attach = h('button', { type: 'button', class: 'tool', ...named(words.attach), onclick: () => picker.click() }, icon('clip'));
  const button = h('button', { type: 'submit', class: 'send', ...named(words.send) }, icon('send'));
  const tray = h('ul', { class: 'tray', 'aria-label': words.file.attached });
  const wrong = h('p', { class: 'wrong', id: 'wrong', role: 'status' });
  const form = h('form', { class: 'composer' }, tray, wrong, h('div', { class: 'line' }, attach, picker, box, button));
  return { form, box, picker, button, tray, wrong };
}

const mostOf = (state: State | null): number => state?.config.limits.text ?? Number.POSITIVE_INFINITY;

function maySend(state: State | null, text: string): boolean {
  const attached = state?.attached ?? [];
  const allThere = attached.every(({ uploaded }) => uploaded !== null);
  return text.length <= mostOf(state) && allThere && (text.trim() !== '' || attached.length > 0);
}

/** Lets the box be as high as its text, and says what keeps that from being sent. */
function judge({ spoken }: Eyes, { box, button, wrong }: Parts, state: State | null): void {
  box.style.blockSize = 'auto';
  box.style.blockSize = `${Math.min(box.scrollHeight, TALLEST)}px`;
  const over = box.value.length - mostOf(state);
  const number = (value: number) => value.toLocaleString(spoken.language);
  say(wrong, over > 0 ? spoken.words.tooLong(number(mostOf(state)), number(over)) : '');
  put(button, 'aria-disabled', !maySend(state, box.value) && 'true');
  put(box, 'aria-invalid', over > 0 && 'true');
}

interface Doing {
  readonly send: () => void;
  readonly look: () => void;
}

function listen({ acts }: Eyes, { form, box, picker }: Parts, { send, look }: Doing): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener('input', () => {
    look();
    acts.keepDraft(box.value);
    acts.types();
  });
  box.addEventListener('keydown', (event) => {
    if (!isSend(event)) return;
    event.preventDefault();
    send();
  });
  box.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    acts.attach(files);
  });
  picker.addEventListener('change', () => {
    acts.attach([...(picker.files ?? [])]);
    picker.value = '';
  });
}

/** Under a finger Enter is a new line, as everywhere on phones. */
const isSend = ({ key, shiftKey, isComposing }: KeyboardEvent): boolean =>
  key === 'Enter' && !shiftKey && !isComposing && !matchMedia('(pointer: coarse)').matches;
