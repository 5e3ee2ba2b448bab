import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';

type Over = typeof import('./over-whole');

let over: Over | null = null;
let coming: Promise<Over> | null = null;

/** Reads the code of all that lies over a page. A page that waits for nobody reads it ahead. */
export function readOver(): Promise<Over> {
  coming ??= import('./over-whole').then((read) => {
    over = read;
    return read;
  });
  return coming;
}

/** null until it is first wanted and there. `settled`: it has been drawn closed once, so that opening it is a change. */
export function useOver(wanted: boolean): { readonly over: Over | null; readonly settled: boolean } {
  const [, wake] = useReducer((turns: number) => turns + 1, 0);
  const [settled, settle] = useState(false);
  const asked = useRef(false);
  asked.current ||= wanted;
  const now = asked.current ? over : null;
  useEffect(() => {
    let current = true;
    if (wanted && !over) void readOver().then(() => current && wake());
    return () => {
      current = false;
    };
  }, [wanted]);
  useLayoutEffect(() => {
    if (now) settle(true);
  }, [now]);
  return { over: now, settled };
}
