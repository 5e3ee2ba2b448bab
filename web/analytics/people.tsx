import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import { Track } from './bars';
import type { Behind } from './behind';
import { Count } from './number';
import type { SummaryJson } from './query';
import type { TicketsSearch } from './tickets-search';
import { useSaid } from './use-said';

type Spread = SummaryJson['agents'][number]['firstResponse'];

export interface PeopleRow {
  readonly key: string;
  /** As `GET /analytics/tickets` takes it. */
  readonly of: TicketsSearch;
  readonly name: ReactNode;
  readonly closed: number;
  readonly firstResponse: Spread;
  readonly resolution: Spread;
  /** Last column but one: a number without tickets. */
  readonly other: number | null;
  readonly reopened: number;
}

interface Props {
  readonly rows: readonly PeopleRow[];
  readonly behind: Behind;
  readonly heads: { readonly name: string; readonly other: string };
  /** The metric of `other`, if it leads to tickets. */
  readonly others?: 'new_tickets';
}

/** One row for each agent or team, who closed most first. */
export function PeopleTable({ rows, behind, heads, others }: Props) {
  const words = useWords().analytics.people;
  const { count } = useSaid();
  const most = Math.max(1, ...rows.map(({ closed }) => closed));
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">{heads.name}</th>
          <th scope="col" className="r">
            {words.closed}
          </th>
          <td className="peoplebar" />
          {[words.response, words.resolution, heads.other, words.reopened].map((name) => (
            <th key={name} scope="col" className="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, of, name, closed, firstResponse, resolution, other, reopened }) => (
          <tr key={key}>
            <td>{name}</td>
            <td className="r">
              <Count value={closed} of={behind('closed_tickets', of)} />
            </td>
            <td className="peoplebar">
              <Track share={closed / most} />
            </td>
            <td className="r">
              <Median spread={firstResponse} of={behind('first_response', of)} />
            </td>
            <td className="r">
              <Median spread={resolution} of={behind('resolution', of)} />
            </td>
            <td className="r">{other === null ? '' : others ? <Count value={other} of={behind(others, of)} /> : count(other)}</td>
            <td className="r">
              <Count value={reopened} of={behind('reopened_tickets', of)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Median({ spread: { median }, of }: { readonly spread: Spread; readonly of: TicketsSearch }) {
  const said = useSaid();
  if (median === null) return null;
  return (
    <Link to="/analytics/tickets" search={of} className="plainlink">
      <bdi>{said.lasting(median)}</bdi>
    </Link>
  );
}
