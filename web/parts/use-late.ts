import { useEffect, useState } from 'react';

const BLINK = 150;

/** Whether something takes its time: what comes sooner needs no shape in its place, which would only flicker. */
export function useLate(): boolean {
  const [late, arrive] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => arrive(true), BLINK);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
