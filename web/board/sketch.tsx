import { useEffect, useState } from 'react';
import { useWords } from '../words';

const PATIENCE = 150;

/** Nothing for a moment, then the shape of cards. */
export function Sketch() {
  const { board } = useWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="cards" role="status" aria-label={board.looking}>
      {slow
        ? ['a', 'b', 'c'].map((key) => (
            <div key={key} className="bc sketch" aria-hidden="true">
              <span className="sk short" />
              <span className="sk long" />
              <span className="sk pill" />
            </div>
          ))
        : null}
    </div>
  );
}
