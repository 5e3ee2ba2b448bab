import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { daysKept, type Report, shareOf } from './report';
import { useSaid } from './use-said';

/** In which state it is, in words; a bar while it is made. */
export function StateCell({ report }: { readonly report: Report }) {
  const { states: words } = useWords().reports;
  const times = useTimes();
  const now = useMinute();
  const { state, expiresAt } = report;
  const date = expiresAt ? times.date(expiresAt, now) : null;
  if (state === 'running') return <BeingMade report={report} />;
  if (state === 'failed') return <Failed report={report} />;
  if (state === 'queued') return <Word icon="clock" says={words.queued} />;
  if (state === 'cancelled') return <Word icon="cross" says={words.cancelled} />;
  if (state === 'ready') return <Word icon="check" says={words.ready} tone="good" below={date && words.keptUntil(date)} />;
  const days = daysKept(report);
  return <Word icon="minus" says={words.expired(date ?? '')} below={days === null ? null : words.keptFor(days)} />;
}

interface WordProps {
  readonly icon: 'clock' | 'cross' | 'check' | 'minus' | 'failed';
  readonly says: string;
  readonly tone?: 'good' | 'mute' | 'bad-t';
  readonly below?: string | null;
}

function Word({ icon, says, tone = 'mute', below }: WordProps) {
  return (
    <>
      <span className={`state ${tone}`}>
        <Icon name={icon} size="s" />
        {says}
      </span>
      {below ? <span className="sm mute block">{below}</span> : null}
    </>
  );
}

function BeingMade({ report }: { readonly report: Report }) {
  const { states: words } = useWords().reports;
  const said = useSaid();
  const share = shareOf(report);
  if (share === null) return <span>{words.begun}</span>;
  return (
    <>
      <span>{words.running(said.percent(share))}</span>
      <span className="prog" role="progressbar" aria-label={report.name} aria-valuenow={Math.floor(share * 100)}>
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </>
  );
}

function Failed({ report }: { readonly report: Report }) {
  const { states: words, problems } = useWords().reports;
  const said = useSaid();
  const share = shareOf(report);
  const { code = 'broken', words: told } = report.problem ?? {};
  const why = (problems as Readonly<Record<string, string>>)[code] ?? told ?? code;
  return <Word icon="failed" tone="bad-t" says={words.failed(why)} below={share === null ? words.noHalf : words.at(said.percent(share))} />;
}
