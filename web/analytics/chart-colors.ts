/** What a chart is drawn in: the desk's tokens as they are now, or ink on white for paper. */
export interface ChartColors {
  readonly lines: readonly [string, string, string];
  readonly before: string;
  readonly grid: string;
  readonly words: string;
  readonly ground: string;
  readonly font: string;
}

/** `paper`: as the tokens named --rd-ink-… say it. */
export function chartColors(host: Element, paper: boolean): ChartColors {
  const style = getComputedStyle(host);
  const of = (token: string) => style.getPropertyValue(paper ? `--rd-ink-${token}` : `--rd-${token}`).trim();
  return {
    lines: [of('series-1'), of('series-2'), of('series-3')],
    before: of('line-strong'),
    grid: of('line'),
    words: of('text-3'),
    ground: of('surface'),
    font: `11.5px ${style.fontFamily}`,
  };
}

/** Told when the theme changes, and when a page is about to be printed and was. */
export function onColors(redraw: (paper: boolean) => void): () => void {
  const [print, screen] = [() => redraw(true), () => redraw(false)];
  const watcher = new MutationObserver(screen);
  watcher.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
  addEventListener('beforeprint', print);
  addEventListener('afterprint', screen);
  return () => {
    watcher.disconnect();
    removeEventListener('beforeprint', print);
    removeEventListener('afterprint', screen);
  };
}
