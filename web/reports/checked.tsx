import { Icon } from '../parts/icon';
import { useWords } from '../words';
import type { Report } from './report';
import { useStamp } from './use-said';

interface Props {
  readonly file: string;
  readonly sha256: string;
  /** Whose file it is; null = none of this desk. */
  readonly report: Report | null;
}

/** What became of checking a file, in words. */
export function Checked({ file, sha256, report }: Props) {
  const { check: words, history, manifest } = useWords().reports;
  const stamp = useStamp();
  return (
    <div className="checked">
      <p className={`bannerline ${report ? 'good' : 'warn'}`}>
        <Icon name={report ? 'check' : 'warning'} />
        <b>{report ? words.whole : words.unknown}</b>
      </p>
      <p dir="auto">{report ? words.wholeSays(report.name) : words.unknownSays}</p>
      <dl>
        {report ? (
          <>
            <dt>{history.askedFor}</dt>
            <dd>{stamp(report.createdAt)}</dd>
            <dt>{history.by}</dt>
            <dd>
              <bdi>{report.scheduleId ? history.schedule : report.by.name}</bdi>
            </dd>
          </>
        ) : null}
        <dt>{words.file}</dt>
        <dd>
          <bdi>{file}</bdi>
        </dd>
        <dt>{manifest.hash}</dt>
        <dd className="mono" dir="ltr">
          {sha256}
        </dd>
      </dl>
    </div>
  );
}
