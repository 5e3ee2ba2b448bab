import { useEffect, useState } from 'react';

/** The shape of a table that is not read yet; nothing at first. */
export function Shape({ rows }: { readonly rows: number }) {
  const [late, arrive] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => arrive(true), 150);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="card shape" aria-hidden="true">
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={at}>
          <span className="sk" />
          <span className="sk" />
        </div>
      ))}
    </div>
  );
}
