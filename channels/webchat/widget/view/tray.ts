import type { State } from '../state';
import { h, icon, keyed } from './dom';
import { type Eyes, sizeIn } from './eyes';

/** The files beside the text: how far each is, or why it can't be sent. */
export function drawTray(eyes: Eyes, tray: HTMLElement, { attached, config }: State): void {
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
