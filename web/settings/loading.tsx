import { ProblemLine } from '../parts/problem-line';
import { useLate } from '../parts/use-late';
import { SettingsFrame } from './settings-frame';

interface Props {
  readonly title: string;
  readonly error: unknown;
  /** How many rows there will be, more or less. */
  readonly rows: number;
}

/** A section that is not read yet: nothing at first, then the shape of its rows; or why it can't be read. */
export function Loading({ title, error, rows }: Props) {
  return <SettingsFrame title={title}>{error ? <ProblemLine error={error} what={title} /> : <Shape rows={rows} />}</SettingsFrame>;
}

function Shape({ rows }: { readonly rows: number }) {
  if (!useLate()) return null;
  return (
    <div className="card rulecard" aria-hidden="true">
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div className="trow" key={at}>
          <span className="sk switchsk" />
          <span className="sk linesk" />
        </div>
      ))}
    </div>
  );
}
