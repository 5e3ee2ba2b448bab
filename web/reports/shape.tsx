import { useLate } from '../parts/use-late';

/** The shape of a table that is not read yet; nothing at first. */
export function Shape({ rows }: { readonly rows: number }) {
  if (!useLate()) return null;
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
