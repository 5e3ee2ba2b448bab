import { memo } from 'react';
import { lastWords } from '../../inbox/row-words';
import { ChannelMark } from '../../parts/channel-mark';
import { Face } from '../../parts/face';
import { Icon } from '../../parts/icon';
import { StageChip } from '../../parts/stage-chip';
import { StatusPill } from '../../parts/status-pill';
import { personName } from '../../ticket/person';
import { useLanguage } from '../../words';
import type { CardThen } from './read';

interface Props {
  readonly card: CardThen;
  readonly by: 'stage' | 'status';
  /** Where Tab stops in its column. */
  readonly at: boolean;
  readonly onLook: (card: CardThen) => void;
}

/** A ticket as it was, and what it is now. */
export const CardOfThen = memo(function CardOfThen({ card, by, at, onLook }: Props) {
  const { words } = useLanguage();
  const { board, common } = words;
  const { past } = board;
  const name = personName(card, common.noName);
  const lasting = common.lasting(card.seconds * 1000);
  const said = saidThen(card, words);
  const now = by === 'stage' ? card.now.stage.name : common.statuses[card.now.status];
  const whole = [board.card(card.number), name, common.networks[card.channel.kind] ?? card.channel.kind, past.inColumn(lasting)];
  const stood = [
    common.statuses[card.status],
    card.assignee?.name ?? (card.status === 'closed' ? '' : board.nobody),
    said,
    past.isNow(now),
  ];
  return (
    <button type="button" className="bc" data-ticket={card.id} tabIndex={at ? 0 : -1} onClick={() => onLook(card)}>
      <span className="unseen">{[...whole, ...stood].filter(Boolean).join(', ')}</span>
      <span className="row" aria-hidden="true">
        <ChannelMark kind={card.channel.kind} flat />
        <bdi className="cut grow" title={name}>
          {name}
        </bdi>
        <span className="mute sm nw">{lasting}</span>
      </span>
      <span className="txt" dir="auto" aria-hidden="true">
        {said}
      </span>
      <span className="row" aria-hidden="true">
        {by === 'stage' ? <StatusPill status={card.status} /> : <StageChip stage={card.stage} />}
        <span className="grow" />
        {card.assignee ? (
          <span title={card.assignee.name}>
            <Face name={card.assignee.name} id={card.assignee.id} size={20} />
          </span>
        ) : card.status === 'closed' ? null : (
          <span className="mute sm nw">{board.nobody}</span>
        )}
      </span>
      <span className="now" aria-hidden="true">
        <Icon name="goTo" size="xs" flips />
        <span className="cut" dir="auto">
          {past.isNow(now)}
        </span>
      </span>
    </button>
  );
});

function saidThen({ lastMessage }: CardThen, words: Parameters<typeof lastWords>[2]): string {
  if (!lastMessage) return '';
  const type = lastMessage.deleted ? 'deleted' : lastMessage.type;
  return lastWords({ lastMessage: { ...lastMessage, type }, assignee: null, lastAssignee: null }, '', words);
}
