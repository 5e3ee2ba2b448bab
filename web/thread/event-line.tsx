import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { TicketEvent } from '../api/types';
import { workspaceQuery } from '../api/workspace';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useAround } from './context';
import { plainOf } from './marks';
import { Sentence } from './sentence';
import { iconOf, sentenceOf } from './sentences';
import { type WhyRow, whyOf } from './why';

interface Props {
  /** What one act made happen, in order. */
  readonly events: readonly TicketEvent[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** What happened, in one grey line; why opens in place. */
export function EventLine({ events, open, onToggle }: Props) {
  const { thread } = useWords();
  const times = useTimes();
  const sentence = useSentence(events);
  const region = useId();
  const isDecided = events.some(({ decision }) => decision !== null);
  return (
    <>
      <div className="ev">
        <Icon name={iconOf(events)} />
        <span>
          <Sentence text={sentence} /> · <time dateTime={events[0]?.at}>{times.clock(events[0]?.at ?? 0)}</time>
        </span>
        {isDecided ? (
          <button type="button" className="link sm" aria-expanded={open} aria-controls={region} onClick={onToggle}>
            {open ? thread.why.hide : thread.why.ask}
          </button>
        ) : null}
      </div>
      {open ? <WhyBox id={region} events={events} title={thread.why.title(plainOf(sentence))} /> : null}
    </>
  );
}

function useSentence(events: readonly TicketEvent[]): string {
  const words = useWords();
  const times = useTimes();
  const now = useMinute();
  const { short, meId } = useAround();
  const { data } = useQuery(workspaceQuery);
  const stageName = (key: string) => data?.stages.find((stage) => stage.key === key)?.name ?? key;
  const fieldName = (key: string) => data?.fields.find((field) => field.key === key)?.name ?? key;
  return sentenceOf(events, { words, meId, customer: short, stageName, fieldName, moment: (at) => times.moment(at, now) });
}

interface BoxProps {
  readonly id: string;
  readonly events: readonly TicketEvent[];
  readonly title: string;
}

function WhyBox({ id, events, title }: BoxProps) {
  const words = useWords();
  const times = useTimes();
  const now = useMinute();
  const whys = events.flatMap((event) => whyOf(event, words, (at) => times.moment(at, now)) ?? []);
  const rows = whys.flatMap((why) => why.rows);
  return (
    <section className="why" id={id} aria-label={title}>
      {rows.length > 0 ? (
        <table>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one decision never change places
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="foot">
        {whys.map(({ foot }) => (
          <p key={foot}>{foot}</p>
        ))}
      </div>
    </section>
  );
}

function Row({ row: { kind, name, says } }: { readonly row: WhyRow }) {
  return (
    <tr>
      <td className={kind === 'chosen' ? undefined : 'mute'} title={name}>
        {kind === 'fact' ? null : <Icon name={kind === 'chosen' ? 'check' : 'cross'} />}
        <bdi>{name}</bdi>
      </td>
      <td>{says}</td>
    </tr>
  );
}
