import { useEffect, useState } from 'react';
import { useWords } from '../words';

const PATIENCE = 150;

/** The shape of one row that is on its way. */
export function SkeletonRow({ top }: { readonly top?: number }) {
  return (
    <div className="tk sketch" style={top === undefined ? undefined : { transform: `translateY(${top}px)` }} aria-hidden="true">
      <span className="face z36" />
      <span className="lines">
        <span className="sk short" />
        <span className="sk long" />
        <span className="low">
          <span className="sk pill" />
          <span className="sk chipshape" />
        </span>
      </span>
    </div>
  );
}

/** Nothing for a moment, then the shape of a list. */
export function SkeletonList() {
  const { inbox } = useWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="rows still" role="status" aria-label={inbox.looking}>
      {slow ? ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => <SkeletonRow key={key} />) : null}
    </div>
  );
}
