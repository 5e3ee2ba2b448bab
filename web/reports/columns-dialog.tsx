import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Modal } from '../parts/dialog';
import { ProblemLine } from '../parts/problem-line';
import { SelectBox } from '../parts/select-box';
import { useWords } from '../words';
import { columnsQuery } from './query';
import { REPORT_TYPES, type ReportType } from './report';

/** Every column of a report with its meaning, as the file's own heading has it. */
export function ColumnsDialog({ type: first, onClose }: { readonly type: ReportType; readonly onClose: () => void }) {
  const { common, reportColumns, reports } = useWords();
  const { columns: words } = reports;
  const { data, error } = useQuery(columnsQuery);
  const [type, choose] = useState(first);
  const id = useId();
  const columns = data?.find((one) => one.type === type)?.columns ?? [];
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg" closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking columns">
        <div className="field">
          <label htmlFor={id}>{reports.make.type}</label>
          <SelectBox id={id} value={type} onChange={({ target }) => choose(target.value as ReportType)}>
            {REPORT_TYPES.map((one) => (
              <option key={one} value={one}>
                {reports.types[one]}
              </option>
            ))}
          </SelectBox>
        </div>
        {error ? <ProblemLine error={error} what={words.notRead} /> : null}
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ id: column, heading, sentence }) => (
              <tr key={column}>
                <th scope="row" className="mono">
                  {heading}
                </th>
                <Meaning of={reportColumns[`${type}.${column}`]} otherwise={sentence} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

/** In the language of the page; what the desk says is English. */
function Meaning({ of: said, otherwise }: { readonly of: string | undefined; readonly otherwise: string }) {
  return said === undefined ? <td lang="en">{otherwise}</td> : <td>{said}</td>;
}
