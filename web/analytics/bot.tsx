import { useWords } from '../words';
import { Bars, BarsTable } from './bars';
import type { Behind } from './behind';
import { Panel } from './panel';
import type { SummaryJson } from './query';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** What the bot did alone, and why it gave the rest to people. */
export function Bot({ summary, behind }: Props) {
  const words = useWords().analytics.bot;
  const { bot } = summary;
  const rows = [
    ...(bot ? [{ key: 'alone', name: words.alone, value: bot.contained, of: behind('bot_contained') }] : []),
    ...(bot?.handOffs ?? []).map(({ cause, tickets }) => ({
      key: cause,
      name: words.causes[cause] ?? cause,
      value: tickets,
      of: behind('hand_offs', { cause }),
    })),
  ];
  const none = <p className="none mute">{bot === null ? words.notByTeam : words.none}</p>;
  const empty = rows.every(({ value }) => value === 0);
  return (
    <Panel
      title={words.title}
      says={bot && bot.talks > 0 ? words.talks(bot.talks) : undefined}
      chart={empty ? none : <Bars rows={rows} />}
      table={empty ? none : <BarsTable rows={rows} heads={[words.why, words.times]} />}
    />
  );
}
