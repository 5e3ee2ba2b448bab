import type { ReactNode } from 'react';
import { useWords } from '../words';
import { useSaid } from './use-said';

interface Props {
  /** Over the names. */
  readonly head: string;
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly in: number; readonly out: number }[];
}

/** How many messages came in and went out. */
export function InOut({ head, rows }: Props) {
  const words = useWords().analytics.messages;
  const { count } = useSaid();
  return (
    <table className="t mini">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="r">
            {words.in}
          </th>
          <th scope="col" className="r">
            {words.out}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.name}</td>
            <td className="r">{count(row.in)}</td>
            <td className="r">{count(row.out)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
