import { useEffect, useState, useSyncExternalStore } from 'react';

/** For undo and "Copied" only: what needs an act or carries an error stands in its place on the page. */
interface Toast {
  readonly id: number;
  readonly says: string;
  readonly undo?: { readonly label: string; readonly act: () => void };
}

const LASTS = 6_000;
let shown: Toast | null = null;
let count = 0;
const watchers = new Set<() => void>();

/** One at a time: a new one takes the place of the former. */
export function toast(says: string, undo?: Toast['undo']): void {
  count += 1;
  show({ id: count, says, ...(undo ? { undo } : {}) });
}

function show(next: Toast | null): void {
  shown = next;
  for (const wake of watchers) wake();
}

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

export function Toasts() {
  const now = useSyncExternalStore(join, () => shown);
  return (
    <div className="toasts" role="status">
      {now ? <One key={now.id} toast={now} /> : null}
    </div>
  );
}

function One({ toast: { says, undo } }: { readonly toast: Toast }) {
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => show(null), LASTS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only stops the time
    <div
      className="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span>{says}</span>
      {undo ? (
        <button
          type="button"
          className="undo"
          onClick={() => {
            undo.act();
            show(null);
          }}
        >
          {undo.label}
        </button>
      ) : null}
    </div>
  );
}
