import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemLine } from '../parts/problem-line';
import { StageChip } from '../parts/stage-chip';
import { useWords } from '../words';
import type { Asked } from './asked';
import { Track } from './bars';
import { LastingHead } from './lasting-head';
import { Panel } from './panel';
import { type StagesJson, stagesQuery } from './query';
import { useSaid } from './use-said';

type Row = StagesJson['stages'][number];

const ENDED = ['closed', 'auto_closed'];

/** Where open tickets are now, and since when. */
export function StagesNow({ asked }: { readonly asked: Asked }) {
  const { analytics } = useWords();
  const words = analytics.stages;
  const { data, error } = useQuery(stagesQuery(asked));
  const rows = (data?.stages ?? []).filter(({ key }) => !ENDED.includes(key));
  const problem = error ? <ProblemLine error={error} what={analytics.liveNotRead} /> : null;
  return (
    <Panel
      title={words.title}
      starts="table"
      chart={problem ?? <StageBars rows={rows} asked={asked} />}
      table={problem ?? <StageTable rows={rows} asked={asked} />}
    />
  );
}

interface Props {
  readonly rows: readonly Row[];
  readonly asked: Asked;
}

function StageTable({ rows, asked }: Props) {
  const words = useWords().analytics.stages;
  const said = useSaid();
  return (
    <table className="t mini">
      <LastingHead first={words.stage} />
      <tbody>
        {rows.map((stage) => (
          <tr key={stage.key}>
            <td>
              <StageChip stage={stage} />
            </td>
            <td className="r">
              <Tickets stage={stage} asked={asked} />
            </td>
            <td className="r">{stage.medianSeconds === null ? '' : said.lasting(stage.medianSeconds)}</td>
            <td className="r soft">{stage.p90Seconds === null ? '' : said.lasting(stage.p90Seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StageBars({ rows, asked }: Props) {
  const most = Math.max(1, ...rows.map(({ tickets }) => tickets));
  return (
    <ul className="hbs">
      {rows.map((stage) => (
        <li key={stage.key} className="hb">
          <StageChip stage={stage} />
          <Track share={stage.tickets / most} />
          <span className="r">
            <Tickets stage={stage} asked={asked} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Tickets({ stage: { key, name, tickets }, asked: { channel, team } }: { readonly stage: Row; readonly asked: Asked }) {
  const said = useSaid();
  if (tickets === 0) return said.count(0);
  return (
    <Link
      to="/inbox/$view/{-$ticketId}"
      params={{ view: 'open' }}
      search={{ stage: key, ...(channel ? { channel } : {}), ...(team ? { team } : {}) }}
      aria-label={`${said.count(tickets)}, ${name}`}
    >
      {said.count(tickets)}
    </Link>
  );
}
