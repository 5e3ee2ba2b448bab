import { Link } from '@tanstack/react-router';
import type { Channel } from '../../../api/types';
import { useMinute } from '../../../parts/now';
import { ProblemLine } from '../../../parts/problem-line';
import { useWords } from '../../../words';
import { useTimes } from '../../../words/times';
import { Step } from '../step';
import type { Problem } from './queries';
import { useCheck } from './use-check';
import { useTold } from './use-told';

/** Where a problem is mended; the others are not mended in the desk. */
// biome-ignore format: a table is read in columns
const MENDED: Partial<Record<Problem['code'], 'account' | 'webhook' | 'seen-to'>> = {
  token_invalid:      'account',
  token_expiring:     'account',
  token_old:          'account',
  scopes_missing:     'account',
  wrong_account:      'account',
  paused:             'account',
  signature_failures: 'account',
  foreign_secret:     'webhook',
  not_subscribed:     'webhook',
  no_handshake:       'webhook',
  no_event:           'webhook',
  not_set_up:         'account',
  line_down:          'webhook',
  silence:            'webhook',
  swapped_urls:       'webhook',
  gaps:               'webhook',
  account_alarm:      'seen-to',
};

interface Props {
  readonly channel: Channel;
  readonly problem: Problem;
}

/** One thing that is wrong, since when, what to do, and the way there. */
export function ProblemRow({ channel, problem }: Props) {
  const { health } = useWords();
  const times = useTimes();
  const now = useMinute();
  const { says, does } = useTold()(problem);
  const isBad = problem.severity === 'bad';
  return (
    <Step
      icon={isBad ? 'failed' : 'warning'}
      tone={isBad ? 'bad-t' : 'warn-t'}
      title={says}
      at={health.since(times.moment(problem.since, now))}
    >
      <p className="sm soft block">
        {isBad ? null : <b>{health.warning}. </b>}
        {does}
      </p>
      <Way channel={channel} to={MENDED[problem.code]} />
    </Step>
  );
}

function Way({ channel, to }: { readonly channel: Channel; readonly to: (typeof MENDED)[Problem['code']] }) {
  const { health } = useWords();
  if (to === undefined) return null;
  if (to === 'seen-to') return <SeenTo channelId={channel.id} />;
  return (
    <Link
      className="btn small"
      to="/settings/channels/$channelId/{-$tab}"
      params={{ channelId: channel.id, tab: to === 'account' ? undefined : to }}
    >
      {to === 'account' ? health.toAccount : health.toWebhook}
    </Link>
  );
}

function SeenTo({ channelId }: { readonly channelId: string }) {
  const { health } = useWords();
  const { go, error, under } = useCheck(channelId, 'health/seen-to');
  return (
    <>
      {error ? <ProblemLine error={error} what={health.notSeenTo} /> : null}
      <button type="button" className="btn small" disabled={under} onClick={go}>
        {health.seenTo}
      </button>
    </>
  );
}
