import { useEffect, useRef } from 'react';
import type { List } from './lists';

/** Rows may change their places only while the reader is at the top and the pointer is elsewhere. */
export function useCalm(list: List) {
  const over = useRef(false);
  const scrolled = useRef(false);
  const tell = () => list.free(!over.current && !scrolled.current);
  useEffect(tell, [list]);
  const set = (is: boolean) => () => {
    over.current = is;
    tell();
  };
  return {
    onPointerEnter: set(true),
    onPointerLeave: set(false),
    onScroll: ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
      const is = currentTarget.scrollTop > 4;
      if (is === scrolled.current) return;
      scrolled.current = is;
      tell();
    },
  };
}
