import { useEffect, useRef } from 'react';
import { useWords } from '../../words';

/** The older rows come when one gets there, or presses. */
export function More({ reading, onMore }: { readonly reading: boolean; readonly onMore: () => void }) {
  const { audit: words } = useWords().access;
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting && !reading) more.current();
    });
    if (button.current) seen.observe(button.current);
    return () => seen.disconnect();
  }, [reading]);
  return (
    <button ref={button} type="button" className="btn small more" disabled={reading} onClick={onMore}>
      {reading ? words.loading : words.older}
    </button>
  );
}
