import { focusIn } from './landmarks';

/** From the box to the conversation, from there to the list. What is open over the page closes itself first. */
export function oneLevelBack(): void {
  const now = document.activeElement;
  const main = document.querySelector<HTMLElement>('main');
  const list = document.querySelector<HTMLElement>('.list');
  if (now?.closest('.composer') && main) focusIn(main, '[role=log]');
  else if (list && list.offsetParent !== null) focusIn(list, '[role=listbox]');
  else document.querySelector<HTMLElement>('.threadbar [data-back]')?.click();
}
