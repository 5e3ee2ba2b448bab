import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import type { Schedule } from './report';
import { useSaid, useStamp } from './use-said';
import { type ScheduleActs, useScheduleActs } from './use-schedule-acts';

interface Props {
  readonly schedule: Schedule;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function ScheduleRow({ schedule, onEdit, onRemove }: Props) {
  const { reports, common } = useWords();
  const { schedules: words } = reports;
  const said = useSaid();
  const stamp = useStamp();
  const acts = useScheduleActs(schedule);
  const { name, type, period, channelKinds, zone, format, cron, mailTo, paused, nextAt, lastAt } = schedule;
  return (
    <>
      <tr>
        <th scope="row" className="name">
          <bdi className="block cut" title={name}>
            {name}
          </bdi>
          <span className="sm mute block">
            {[reports.types[type], said.period(period), said.channels(channelKinds), said.zone(zone), reports.formats[format]].join(' · ')}
          </span>
        </th>
        <td className="soft when">{said.when(cron)}</td>
        <td className="nw next-at">
          {paused || nextAt === null ? (
            <span className="state mute">
              <Icon name="setAside" size="s" />
              {words.paused}
            </span>
          ) : (
            <>
              <span className="innarrow mute">{words.next}: </span>
              <bdi>
                <time dateTime={nextAt}>{stamp(nextAt)}</time>
              </bdi>
            </>
          )}
          <span className="sm mute block">{lastAt ? words.last(stamp(lastAt)) : words.never}</span>
        </td>
        <td className="soft told">
          <span className="innarrow mute">{words.mail}: </span>
          {mailTo.length > 0 ? <Addresses all={mailTo} /> : <span className="mute">{words.nobody}</span>}
        </td>
        <td className="r nw acts">
          <span className="row end">
            <button type="button" className="btn small" aria-label={words.runThis(name)} disabled={acts.busy} onClick={acts.run}>
              <Icon name="play" size="s" />
              {words.runNow}
            </button>
            <button type="button" className="btn small quiet" aria-label={words.edit(name)} onClick={onEdit}>
              {common.edit}
            </button>
            <RowMenu schedule={schedule} acts={acts} onRemove={onRemove} />
          </span>
          <span className="unseen" role="status">
            {acts.news}
          </span>
        </td>
      </tr>
      {acts.failed ? (
        <tr className="wrongrow">
          <td colSpan={5}>
            <ProblemLine error={acts.failed.error} what={words[acts.failed.what]} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Addresses({ all }: { readonly all: readonly string[] }) {
  return (
    <bdi className="cut block" title={all.join(', ')}>
      {all.join(', ')}
    </bdi>
  );
}

function RowMenu({ schedule: { name, paused }, acts, onRemove }: Omit<Props, 'onEdit'> & { readonly acts: ScheduleActs }) {
  const { schedules: words, acts: shared } = useWords().reports;
  return (
    <Menu {...IN_PLACE} position="bottom-end" shadow="lg">
      <Menu.Target>
        <button type="button" className="btn small quiet icon" aria-label={shared.more(name)} disabled={acts.busy}>
          <Icon name="more" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name={paused ? 'play' : 'setAside'} />} onClick={acts.pause}>
          {paused ? words.resume : words.pause}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="bin" />} onClick={onRemove}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
