import type { BarRow } from './bars';
import { Count } from './number';

interface Props {
  /** `over`: beyond the target, and so paler. */
  readonly rows: readonly (BarRow & { readonly over: boolean })[];
}

/** Standing bars with their numbers above. */
export function Standing({ rows }: Props) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className="columns">
      {rows.map(({ key, name, value, of, over }) => (
        <li key={key} className={over ? 'over' : ''}>
          <Count value={value} of={of} label={name} />
          <span className="col" style={{ height: `${(value / most) * 100}px` }} aria-hidden="true" />
          <span className="at">{name}</span>
        </li>
      ))}
    </ul>
  );
}
