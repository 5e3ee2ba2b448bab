import { Count } from './number';
import type { TicketsSearch } from './tickets-search';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly of: TicketsSearch | null;
}

/** Lying bars, the longest of them whole. */
export function Bars({ rows }: { readonly rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className="hbs">
      {rows.map(({ key, name, value, of }) => (
        <li key={key} className="hb">
          <bdi className="cut" title={name}>
            {name}
          </bdi>
          <Track share={value / most} />
          <span className="r">
            <Count value={value} of={of} label={name} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Track({ share }: { readonly share: number }) {
  return (
    <span className="trk" aria-hidden="true">
      <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </span>
  );
}

interface TableProps {
  readonly rows: readonly BarRow[];
  /** Over the names and over the numbers. */
  readonly heads: readonly [string, string];
  readonly total?: { readonly name: string; readonly value: number; readonly of: TicketsSearch | null };
}

/** The same as text. */
export function BarsTable({ rows, heads, total }: TableProps) {
  return (
    <table className="t mini">
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col" className="r">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, value, of }) => (
          <tr key={key}>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td className="r">
              <Count value={value} of={of} />
            </td>
          </tr>
        ))}
        {total ? (
          <tr>
            <td>{total.name}</td>
            <td className="r">
              <b>
                <Count value={total.value} of={total.of} />
              </b>
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
