/** The regions of a page in reading order, and what in each takes the focus, best first. */
// biome-ignore format: a table is read in columns
const LANDMARKS: readonly (readonly [region: string, ...first: string[]])[] = [
  ['nav.rail',   '[aria-current=page]', 'a[href]'],
  ['.list',      '[role=listbox]', 'a[href]', 'button'],
  ['main',       '[role=log]', 'a[href]', 'input', 'button'],
  ['.composer',  'textarea', '[contenteditable]', 'button'],
  ['aside.side', 'button', 'a[href]'],
];

/** Focus goes round the landmarks that are on the screen. */
export function nextLandmark(by: 1 | -1): void {
  const shown = LANDMARKS.flatMap(([region, ...first]) => {
    const place = document.querySelector<HTMLElement>(region);
    return place && place.offsetParent !== null ? [{ place, first }] : [];
  });
  const now = shown.findLastIndex(({ place }) => place.contains(document.activeElement));
  const next = shown[after(now, by, shown.length)];
  if (next) focusIn(next.place, ...next.first);
}

/** The place after or before one, going round; from nowhere the first or the last. */
export function after(now: number, by: 1 | -1, count: number): number {
  if (now < 0) return by === 1 ? 0 : count - 1;
  return (now + by + count) % count;
}

/** Focuses the first of these kinds that is there and can be seen; else the place itself. */
export function focusIn(place: HTMLElement, ...kinds: readonly string[]): void {
  const found = kinds
    .flatMap((kind) => [...place.querySelectorAll<HTMLElement>(kind)])
    .find((one) => one.offsetParent !== null && one.tabIndex >= 0);
  if (!found) place.tabIndex = -1;
  (found ?? place).focus();
}
