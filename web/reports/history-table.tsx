import { useState } from 'react';
import { useWords } from '../words';
import { ManifestRow } from './manifest-row';
import type { Report } from './report';
import { ReportRow } from './report-row';

interface Props {
  readonly reports: readonly Report[];
  readonly onRemove: (report: Report) => void;
}

export function HistoryTable({ reports, onRemove }: Props) {
  const { history: words } = useWords().reports;
  const [open, unfold] = useState<string | null>(null);
  return (
    <section className="card history">
      <table className="t">
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.report}</th>
            <th scope="col">{words.askedFor}</th>
            <th scope="col" className="r">
              {words.size}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">
              <span className="unseen">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => [
            <ReportRow
              key={report.id}
              report={report}
              open={open === report.id}
              onUnfold={() => unfold(open === report.id ? null : report.id)}
              onRemove={() => onRemove(report)}
            />,
            open === report.id && report.manifest ? (
              <ManifestRow key={`${report.id} manifest`} id={`manifest-${report.id}`} report={report} manifest={report.manifest} />
            ) : null,
          ])}
        </tbody>
      </table>
    </section>
  );
}
