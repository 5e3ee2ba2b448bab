/** What happens to a card in somebody's hand. Points are those of the window. */
export interface Hand {
  readonly lift: () => void;
  readonly move: (x: number, y: number) => void;
  readonly drop: (x: number, y: number) => void;
  readonly cancel: () => void;
}

/** A mouse begins to drag after so many pixels; a finger when it rests so long, or else it scrolls. */
const SLACK = 6;
const REST = 350;
/** So near to an end of the board it begins to scroll, by so much a picture. */
const EDGE = 48;
const SPEED = 12;

/** Follows one pointer from where it went down until it goes up. */
export function dragFrom(down: PointerEvent, board: HTMLElement, hand: Hand): void {
  const touch = down.pointerType === 'touch';
  const ended = new AbortController();
  let begun = false;
  let [x, y] = [down.clientX, down.clientY];
  const begin = () => {
    begun = true;
    hand.lift();
    hand.move(x, y);
    scrollAtEdges(board, () => x, ended.signal);
  };
  const rest = touch ? setTimeout(begin, REST) : undefined;
  const end = () => {
    clearTimeout(rest);
    ended.abort();
  };
  const moved = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    [x, y] = [event.clientX, event.clientY];
    if (begun) return hand.move(x, y);
    if (Math.hypot(x - down.clientX, y - down.clientY) < SLACK) return;
    if (touch) end();
    else begin();
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    end();
    if (!begun) return;
    skipClick();
    hand.drop(event.clientX, event.clientY);
  };
  const stop = () => {
    end();
    if (begun) hand.cancel();
  };
  const { signal } = ended;
  addEventListener('pointermove', moved, { signal });
  addEventListener('pointerup', up, { signal });
  addEventListener('pointercancel', stop, { signal });
  addEventListener('blur', stop, { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && stop(), { signal, capture: true });
  // A finger that rests would else open the menu of the link, or scroll the card away under itself.
  addEventListener('contextmenu', (event) => touch && event.preventDefault(), { signal });
  board.addEventListener('touchmove', (event) => begun && event.preventDefault(), { signal, passive: false });
}

/** The press that ends a drag is not meant for what lies under it. */
function skipClick(): void {
  const skip = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', skip, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', skip, { capture: true }));
}

function scrollAtEdges(board: HTMLElement, at: () => number, signal: AbortSignal): void {
  const step = () => {
    if (signal.aborted) return;
    const { left, right } = board.getBoundingClientRect();
    if (at() < left + EDGE) board.scrollBy({ left: -SPEED });
    else if (at() > right - EDGE) board.scrollBy({ left: SPEED });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** The column under a point. */
export const columnAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]')?.dataset.column ?? null;
