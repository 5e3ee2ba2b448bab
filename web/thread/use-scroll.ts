import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { around, atEnd, type Drawn, earlier, kept, later } from './window';

/** Where the reader's eye rests: at the newest, or with an entry's top so far below the top of the view. */
type Anchor = 'end' | { readonly key: string; readonly top: number };

const NEAR = 600;
const AT_BOTTOM = 40;

interface Scrolling {
  readonly keys: readonly string[];
  /** The reader nears the first entry. */
  readonly onTop: () => void;
  /** Where to begin, when not at the newest: this entry stands at the bottom. */
  readonly begin: string | null;
}

/** Draws a part of a long list and moves nothing under the reader's eye, whatever comes above or below. */
export function useScroll({ keys, onTop, begin }: Scrolling) {
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor>('end');
  const room = useRef(0);
  const sizes = useRef<{ readonly watcher: ResizeObserver; readonly known: WeakSet<Element> } | null>(null);
  const [begun, setBegun] = useState(false);
  const [state, setState] = useState({ keys, drawn: atEnd(keys.length), follows: true });
  if (state.keys !== keys) setState({ keys, drawn: kept(state.drawn, state.keys, keys, state.follows), follows: state.follows });
  const draw = useCallback((next: (drawn: Drawn, count: number) => Drawn) => {
    setState((now) => ({ ...now, drawn: next(now.drawn, now.keys.length) }));
  }, []);

  const restore = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const at = anchor.current;
    const entry = at === 'end' ? null : entryOf(box, at.key);
    if (at === 'end') box.scrollTop = box.scrollHeight;
    else if (entry) box.scrollTop = entry.offsetTop - at.top;
    room.current = box.clientHeight;
  }, []);

  const { drawn, follows } = state;
  const hasMoreBelow = drawn.to < keys.length;
  const record = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const isAtEnd = !hasMoreBelow && box.scrollHeight - box.scrollTop - box.clientHeight < AT_BOTTOM;
    anchor.current = isAtEnd ? 'end' : firstSeen(box);
    setState((now) => (now.follows === isAtEnd ? now : { ...now, follows: isAtEnd }));
  }, [hasMoreBelow]);

  /** Draws on, or asks for more, before the reader comes to an edge. */
  const fill = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const left = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (box.scrollTop < NEAR && drawn.from > 0) draw(earlier);
    else if (hasMoreBelow && left < NEAR) draw(later);
    else if (box.scrollTop < NEAR) onTop();
  }, [draw, onTop, drawn.from, hasMoreBelow]);

  const onScroll = useCallback(() => {
    // Told of late, when the room has changed meanwhile: it was not the reader who moved.
    if (scroller.current?.clientHeight === room.current) record();
    else restore();
    fill();
  }, [record, restore, fill]);

  if (begin !== null && !begun) {
    setBegun(true);
    setState((now) => ({ ...now, drawn: around(keys.indexOf(begin), keys.length), follows: false }));
  }
  useLayoutEffect(() => {
    const box = scroller.current;
    if (begin === null || !box) return;
    anchor.current = { key: begin, top: box.clientHeight - 64 };
  }, [begin]);

  useLayoutEffect(() => {
    restore();
    fill();
  });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const watcher = new ResizeObserver(restore);
    watcher.observe(box);
    sizes.current = { watcher, known: new WeakSet() };
    return () => watcher.disconnect();
  }, [restore]);
  // A picture that can't be shown, or a line that opens by itself, moves nothing either.
  useLayoutEffect(() => {
    for (const entry of scroller.current?.children ?? []) {
      if (!sizes.current || sizes.current.known.has(entry)) continue;
      sizes.current.known.add(entry);
      sizes.current.watcher.observe(entry);
    }
  });

  const moves = useMemo(
    () => ({
      toEnd() {
        anchor.current = 'end';
        setState((now) => ({ ...now, follows: true, drawn: atEnd(now.keys.length) }));
      },
      to(key: string) {
        anchor.current = { key, top: 96 };
        setState((now) => ({ ...now, follows: false, drawn: around(Math.max(0, now.keys.indexOf(key)), now.keys.length) }));
      },
      /** What opens inside of this entry pushes down what is below; it comes up only as far as it would open out of sight. */
      hold(key: string) {
        const box = scroller.current;
        const entry = box && entryOf(box, key);
        if (!box || !entry) return;
        anchor.current = { key, top: entry.offsetTop - box.scrollTop };
        setState((now) => ({ ...now, follows: false }));
        requestAnimationFrame(() => {
          const hidden = entry.offsetTop + entry.offsetHeight - box.scrollTop - box.clientHeight;
          if (hidden > 0) box.scrollTop += Math.min(hidden, entry.offsetTop - box.scrollTop);
          record();
        });
      },
    }),
    [record],
  );
  return { scroller, drawn, follows, onScroll, moves };
}

const entryOf = (box: HTMLElement, key: string): HTMLElement | null => box.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

/** The first entry that can be seen, and stays where it is among its neighbours: a day break goes up when older messages come. */
function firstSeen(box: HTMLElement): Anchor {
  for (const entry of box.querySelectorAll<HTMLElement>('[data-key]:not([data-key^="day-"])')) {
    if (entry.offsetTop + entry.offsetHeight > box.scrollTop) return { key: entry.dataset.key ?? '', top: entry.offsetTop - box.scrollTop };
  }
  return 'end';
}
