import { Link } from '@tanstack/react-router';
import { Drawer } from '../../parts/dialog';
import { Face } from '../../parts/face';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { StageChip } from '../../parts/stage-chip';
import { StatusPill } from '../../parts/status-pill';
import { personName } from '../../ticket/person';
import { cityOf } from '../../ticket/zoned';
import { Speaking, useLanguage, useWords } from '../../words';
import { Conversation } from './conversation-then';
import type { CardThen } from './read';
import { useClock } from './use-clock';

interface Props {
  readonly card: CardThen;
  readonly at: string;
}

interface SheetProps {
  /** null: there was none. */
  readonly card: CardThen | null;
  readonly error: unknown;
  readonly at: string;
  readonly onClose: () => void;
}

/** A ticket as it was then, to be read only. */
export function TicketThen({ card, error, at, onClose }: SheetProps) {
  const { common, thread } = useWords();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={
        card ? (
          <>
            #{card.number} <bdi>{personName(card, common.noName)}</bdi>
          </>
        ) : (
          thread.gone.title
        )
      }
      closeButtonProps={{ 'aria-label': common.close }}
      classNames={{ content: 'sheetthen' }}
    >
      {card ? <OfCard card={card} at={at} /> : null}
      {error ? <ProblemLine error={error} what={thread.notLoaded} /> : card ? null : <p className="soft">{thread.gone.says}</p>}
    </Drawer>
  );
}

function OfCard({ card, at }: Props) {
  const { language, words } = useLanguage();
  const { past } = words.board;
  const { says, now, zone } = useClock();
  return (
    <>
      <p className="bannerline past">
        <Icon name="history" size="s" />
        {past.asOf(says.whole(Date.parse(at), now))} · {past.zone(cityOf(zone))}
      </p>
      <Stood card={card} at={at} />
      <p className="row nowline">
        <span className="soft">{past.nowIs}</span>
        <StatusPill status={card.now.status} />
        <StageChip stage={card.now.stage} />
        <span className="grow" />
        <Link
          className="btn small"
          to="/inbox/$view/{-$ticketId}"
          params={{ view: card.now.status === 'closed' ? 'closed' : 'open', ticketId: card.id }}
        >
          {past.openNow}
        </Link>
      </p>
      {/* Its times are those of the slider, not of the reader's own clock. */}
      <Speaking language={language} zone={zone}>
        <Conversation card={card} at={Date.parse(at)} />
      </Speaking>
    </>
  );
}

function Stood({ card, at }: Props) {
  const { board, common, inbox } = useWords();
  const { says } = useClock();
  const { past } = board;
  const { status, statusSince, stage, stageSince, assignee, team, channel } = card;
  const lasted = (since: string) => past.lasted(common.lasting(Math.max(0, Date.parse(at) - Date.parse(since))));
  const later = stage.deletedAt ? past.deleted(says.date(Date.parse(stage.deletedAt))) : stage.renamedTo && past.renamed(stage.renamedTo);
  return (
    <dl className="stood">
      <dt>{inbox.filters.status}</dt>
      <dd className="row">
        <StatusPill status={status} />
        <span className="sm mute">{lasted(statusSince)}</span>
      </dd>
      <dt>{inbox.filters.stage}</dt>
      <dd className="row">
        <StageChip stage={stage} />
        <span className="sm mute">{[lasted(stageSince), later].filter(Boolean).join(' · ')}</span>
      </dd>
      <dt>{inbox.filters.assignee}</dt>
      <dd className="row">
        {assignee ? <Face name={assignee.name} id={assignee.id} size={20} /> : null}
        <bdi className="cut">{assignee?.name ?? board.nobody}</bdi>
      </dd>
      {team ? <Fact name={inbox.filters.team} value={team.name} /> : null}
      {channel.name ? <Fact name={inbox.filters.channel} value={channel.name} /> : null}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="cut" title={value}>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
