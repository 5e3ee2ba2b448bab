import type { MouseEvent } from 'react';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { isUnderWay, REPORT_FORMATS, type Report } from './report';
import { type Acts, fileOf } from './use-acts';

interface Props {
  readonly report: Report;
  readonly acts: Acts;
  readonly open: boolean;
  readonly onUnfold: () => void;
  readonly onRemove: () => void;
}

/** Get it, cancel it or run it again, what else, and how it was made. */
export function ReportActs({ report, acts, open, onUnfold, onRemove }: Props) {
  const { acts: words } = useWords().reports;
  const { name, format, state } = report;
  if (isUnderWay(report))
    return (
      <button type="button" className="btn small quiet" aria-label={words.cancelThis(name)} disabled={acts.busy} onClick={acts.cancel}>
        {words.cancel}
      </button>
    );
  return (
    <span className="row end">
      <span className="pair">
        {state === 'ready' ? (
          <Download report={report} acts={acts} />
        ) : (
          <button
            type="button"
            className="btn small"
            aria-label={words.runThisAgain(name)}
            disabled={acts.busy}
            onClick={() => acts.again(format)}
          >
            <Icon name="retry" size="s" />
            {words.runAgain}
          </button>
        )}
        <MoreMenu report={report} acts={acts} onRemove={onRemove} />
      </span>
      {report.manifest ? (
        <button
          type="button"
          className="btn small quiet icon"
          aria-label={open ? words.hide(name) : words.details(name)}
          aria-expanded={open}
          aria-controls={open ? `manifest-${report.id}` : undefined}
          onClick={onUnfold}
        >
          <Icon name={open ? 'up' : 'down'} size="s" />
        </button>
      ) : (
        <span className="nofold" />
      )}
    </span>
  );
}

function Download({ report: { id, name, format }, acts }: Pick<Props, 'report' | 'acts'>) {
  const { acts: words, formats } = useWords().reports;
  const keep = (event: MouseEvent) => {
    event.preventDefault();
    acts.keep();
  };
  return (
    <a className="btn small" href={fileOf(id)} download onClick={keep} aria-label={words.download(name, formats[format])}>
      <Icon name="download" size="s" />
      {formats[format]}
    </a>
  );
}

function MoreMenu({ report, acts, onRemove }: Pick<Props, 'report' | 'acts' | 'onRemove'>) {
  const { acts: words, formats } = useWords().reports;
  const other = REPORT_FORMATS.filter((format) => format !== report.format);
  return (
    <Menu {...IN_PLACE} position="bottom-end" shadow="lg">
      <Menu.Target>
        <button type="button" className="btn small" aria-label={words.more(report.name)} disabled={acts.busy}>
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {report.state === 'ready' ? (
          <Menu.Item leftSection={<Icon name="retry" />} onClick={() => acts.again(report.format)}>
            {words.same}
          </Menu.Item>
        ) : null}
        {other.map((format) => (
          <Menu.Item key={format} leftSection={<Icon name="file" />} onClick={() => acts.again(format)}>
            {words.otherFormat(formats[format])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="bin" />} onClick={onRemove}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
