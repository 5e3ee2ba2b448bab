import { ProblemLine } from '../parts/problem-line';
import { fileSize } from '../thread/values';
import { useLanguage } from '../words';
import type { Report } from './report';
import { ReportActs } from './report-acts';
import { StateCell } from './state-cell';
import { useActs } from './use-acts';
import { useSaid, useStamp } from './use-said';

interface Props {
  readonly report: Report;
  /** Its manifest is unfolded. */
  readonly open: boolean;
  readonly onUnfold: () => void;
  readonly onRemove: () => void;
}

/** One report of the history; what could not be done with it is said below it. */
export function ReportRow({ report, open, onUnfold, onRemove }: Props) {
  const { words } = useLanguage();
  const said = useSaid();
  const stamp = useStamp();
  const acts = useActs(report);
  const by = report.scheduleId ? words.reports.history.schedule : report.by.name;
  return (
    <>
      <tr className={open ? 'unfolded' : undefined}>
        <th scope="row" className="name">
          <bdi className="block cut" title={report.name}>
            {report.name}
          </bdi>
          <span className="sm mute block">{said.filters(report)}</span>
        </th>
        <td className="soft asked">
          <bdi>
            <time dateTime={report.createdAt}>{stamp(report.createdAt)}</time>
          </bdi>
          <span className="innarrow">
            {' · '}
            <bdi>{by}</bdi>
          </span>
        </td>
        <td className="r soft nw size">
          <Size report={report} />
        </td>
        <td className="state-of">
          <StateCell report={report} />
        </td>
        <td className="soft by">
          <bdi className="block cut" title={by ?? undefined}>
            {by}
          </bdi>
        </td>
        <td className="r nw acts">
          <ReportActs report={report} acts={acts} open={open} onUnfold={onUnfold} onRemove={onRemove} />
        </td>
      </tr>
      {acts.failed ? (
        <tr className="wrongrow">
          <td colSpan={6}>
            <ProblemLine error={acts.failed.error} what={words.reports.acts[acts.failed.what]} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** How many rows, and how large the file; while it is made, how many of about how many. */
function Size({ report: { state, rows, expected, bytes } }: { readonly report: Report }) {
  const { language, words } = useLanguage();
  const said = useSaid();
  if (state === 'running')
    return expected ? words.reports.history.of(said.count(rows), said.count(Math.max(rows, expected))) : said.count(rows);
  if (bytes === null) return null;
  return (
    <>
      <span className="inwide">{said.count(rows)}</span>
      <bdi className="innarrow">{words.reports.history.rows(rows)}</bdi>
      <bdi className="sm mute block">{fileSize(bytes, language)}</bdi>
    </>
  );
}
