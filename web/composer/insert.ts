/** Puts words over a part of the text as if they were typed: they can be undone with the browser's own keys. */
export function insert(area: HTMLTextAreaElement, words: string, from = area.selectionStart, to = area.selectionEnd): void {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated without a successor: nothing else keeps what can be undone.
  if (document.execCommand(words === '' ? 'delete' : 'insertText', false, words)) return;
  area.setRangeText(words, from, to, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
