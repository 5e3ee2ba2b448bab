import { useReason } from '../parts/reason';
import { useWords } from '../words';
import type { Times } from '../words/times';
import type { Day } from './query';

interface Props {
  readonly day: Day;
  /** In the zone of the days. */
  readonly times: Times;
  readonly dateOf: (at: string) => string;
}

/** One day: its course as a bar, how long online, how long away and for what. */
export function DayRow({ day, times, dateOf }: Props) {
  const { common, presence } = useWords();
  const said = useReason();
  const sum = (which: string) => day.times.filter((one) => one.presence === which).reduce((ms, { milliseconds }) => ms + milliseconds, 0);
  const away = day.times.filter((one) => one.presence === 'away');
  const lasting = (ms: number) => (ms === 0 ? '' : common.lasting(ms));
  return (
    <tr>
      <th scope="row">{dateOf(day.from)}</th>
      <td className="course">
        <Course day={day} name={(spell) => presence.times.spell(spell.what, times.clock(spell.from), times.clock(spell.to))} />
      </td>
      <td className="nw">{lasting(sum('online'))}</td>
      <td>
        <span className="nw">{lasting(sum('away'))}</span>
        {away
          .filter(({ reason }) => reason !== null)
          .map(({ reason, milliseconds }) => (
            <span key={reason} className="sm mute block">
              <bdi>{said(reason)}</bdi> <span className="nw">{common.lasting(milliseconds)}</span>
            </span>
          ))}
      </td>
    </tr>
  );
}

interface Named {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** The table beside it says the same in words. */
function Course({ day, name }: { readonly day: Day; readonly name: (spell: Named) => string }) {
  const { common } = useWords();
  const [from, to] = [Date.parse(day.from), Date.parse(day.to)];
  const share = (ms: number) => `${(100 * ms) / (to - from)}%`;
  return (
    <span className="daybar" aria-hidden="true">
      {day.spells
        .filter(({ presence }) => presence !== 'offline')
        .map((spell) => (
          <span
            key={spell.from}
            className={`spell ${spell.presence}`}
            title={name({ ...spell, what: [common.presences[spell.presence], spell.reason].filter(Boolean).join(': ') })}
            style={{
              insetInlineStart: share(Date.parse(spell.from) - from),
              inlineSize: share(Date.parse(spell.to) - Date.parse(spell.from)),
            }}
          />
        ))}
    </span>
  );
}
