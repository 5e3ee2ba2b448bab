import type { State } from '../state';
import { h, icon, keyed, put, say } from './dom';
import { type Eyes, sizeIn } from './eyes';

/** Where the visitor writes: a text, and files beside it. */
export interface Composer {
  readonly element: HTMLElement;
  readonly box: HTMLTextAreaElement;
  update(state: State): void;
}

export function composerOf(eyes: Eyes, focusable: () => void): Composer {
  const { acts, spoken } = eyes;
  const { words } = spoken;
  let state: State | null = null;
  const box = h('textarea', {
    rows: 1,
    dir: 'auto',
    'aria-label': words.message,
    placeholder: words.placeholder,
    autocomplete: 'off',
    'aria-describedby': 'wrong',
  });
  box.value = acts.draft();
  const picker = h('input', { type: 'file', multiple: true, class: 'unseen', tabindex: -1, 'aria-label': words.attach });
  const attach = h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': words.attach, title: words.attach, onclick: () => picker.click() },
    icon('clip'),
  );
  const send = h('button', { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send }, icon('send'));
  const tray = h('ul', { class: 'tray', 'aria-label': words.file.attached });
  const wrong = h('p', { class: 'wrong', id: 'wrong', role: 'status' });
  const form = h('form', { class: 'composer' }, tray, wrong, h('div', { class: 'line' }, attach, picker, box, send));

  const judge = () => {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${Math.min(box.scrollHeight, 120)}px`;
    const over = box.value.length - (state?.config.limits.text ?? Number.POSITIVE_INFINITY);
    const number = (value: number) => value.toLocaleString(spoken.language);
    say(wrong, over > 0 ? words.tooLong(number(state?.config.limits.text ?? 0), number(over)) : '');
    put(send, 'aria-disabled', !maySend() && 'true');
    put(box, 'aria-invalid', over > 0 && 'true');
  };
  const maySend = () => {
    const attached = state?.attached ?? [];
    const allThere = attached.every(({ uploaded }) => uploaded !== null);
    const fits = box.value.length <= (state?.config.limits.text ?? Number.POSITIVE_INFINITY);
    return fits && allThere && (box.value.trim() !== '' || attached.length > 0);
  };
  /** Send was pressed while files were on their way. */
  let due = false;
  const sendNow = () => {
    due = (state?.attached ?? []).some(({ uploaded, wrong }) => uploaded === null && wrong === null);
    if (!maySend()) return;
    acts.say(box.value);
    box.value = '';
    acts.keepDraft('');
    judge();
    focusable();
    box.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendNow();
  });
  box.addEventListener('input', () => {
    judge();
    acts.keepDraft(box.value);
    acts.types();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    sendNow();
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
  return {
    element: form,
    box,
    update(next) {
      const before = state;
      state = next;
      if (before?.attached !== next.attached) drawTray(eyes, tray, next);
      if (before?.config.limits.file !== next.config.limits.file) picker.accept = next.config.limits.file.mimes.join(',');
      judge();
      if (due && before?.attached !== next.attached) sendNow();
    },
  };
}

function drawTray(eyes: Eyes, tray: HTMLElement, { attached, config }: State): void {
  const { spoken, acts } = eyes;
  const { words } = spoken;
  tray.hidden = attached.length === 0;
  const items = attached.map((one) => ({ ...one, key: one.id, sign: JSON.stringify([one.wrong, one.uploaded !== null]) }));
  keyed(tray, items, ({ id, name, bytes, wrong, uploaded }) => {
    const most = sizeIn(spoken.language, config.limits.file.most);
    const why = wrong === 'too_large' ? words.file.wrong.too_large(most) : wrong && words.file.wrong[wrong];
    return h(
      'li',
      { 'data-wrong': wrong !== null },
      icon('file'),
      h(
        'span',
        { class: 'grow' },
        h('bdi', { class: 'cut' }, name),
        why ? h('small', { role: 'alert' }, why) : h('small', {}, sizeIn(spoken.language, bytes)),
      ),
      why || uploaded ? null : h('progress', { max: 1, value: 0, 'aria-label': name }),
      wrong === 'silence' ? h('button', { type: 'button', class: 'small', onclick: () => acts.reattach(id) }, words.retry) : null,
      h('button', { type: 'button', class: 'tool', 'aria-label': words.removeThis(name), onclick: () => acts.detach(id) }, icon('close')),
    );
  });
  attached.forEach(({ progress }, at) => {
    const bar = tray.children[at]?.querySelector('progress');
    if (bar) bar.value = progress;
  });
}
