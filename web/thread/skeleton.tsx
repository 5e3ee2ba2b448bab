import { useEffect, useState } from 'react';

const PATIENCE = 150;
const BUBBLES = ['in w60', 'in w40', 'out w50', 'out w70', 'in w50'];

/** The shape of a thread; nothing for the first moment. */
export function Skeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="flowbox">
      <div className="flow waiting" aria-busy="true">
        {late ? BUBBLES.map((shape, index) => <span key={shape + String(index)} className={`ghost ${shape}`} />) : null}
      </div>
    </div>
  );
}
