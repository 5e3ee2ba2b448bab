import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const watchers = new Set<() => void>();
let minute = Math.floor(Date.now() / MINUTE);
let timer: ReturnType<typeof setInterval> | null = null;

/** The time in milliseconds, stepping each minute; every clock of the page steps together. */
export function useMinute(): number {
  return useSyncExternalStore(join, () => minute) * MINUTE + MINUTE / 2;
}

function join(wake: () => void): () => void {
  watchers.add(wake);
  timer ??= setInterval(step, 1_000);
  return () => {
    watchers.delete(wake);
    if (watchers.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function step(): void {
  const next = Math.floor(Date.now() / MINUTE);
  if (next === minute) return;
  minute = next;
  for (const wake of watchers) wake();
}
