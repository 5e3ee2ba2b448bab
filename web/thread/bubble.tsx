import { type MouseEvent, memo } from 'react';
import type { Message } from '../api/types';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { Ticks } from '../parts/ticks';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Contents } from './content';
import { useAround } from './context';
import { quoteOf } from './said';
import { TroubleBox } from './trouble-box';
import { isOurs, voiceClass } from './voices';

interface Props {
  readonly message: Message;
  /** Of a run of one voice. */
  readonly first: boolean;
  readonly last: boolean;
  readonly timed: boolean;
}

/** One message: its face at the end of a run, what it answers, its words, when, how far it got, and what went wrong. */
export const Bubble = memo(function Bubble({ message, first, last, timed }: Props) {
  const { openMenu } = useAround();
  const ours = isOurs(message);
  const face = last ? <Who message={message} /> : <span className="noface" />;
  const touch = (event: MouseEvent<HTMLElement>) => {
    if (!matchMedia('(hover: none)').matches) return;
    event.preventDefault();
    openMenu(message, event.currentTarget);
  };
  return (
    <article className={`msg ${voiceClass(message)} ${first ? 'first' : ''}`}>
      {ours ? null : face}
      <div className="col">
        <Quoted message={message} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu has a button of its own */}
        <div className="line" onContextMenu={touch}>
          <div className={`bub ${last ? 'last' : ''} ${DELIVERY[message.delivery?.status ?? ''] ?? ''} ${message.deletedAt ? 'mute' : ''}`}>
            <Author message={message} />
            {message.deletedAt === null ? <Contents id={message.id} content={message.content} /> : <Deleted message={message} />}
          </div>
          <Meta message={message} named={last} timed={timed} />
          {message.deletedAt === null ? <MenuButton message={message} /> : null}
        </div>
        <Reactions message={message} />
        <TroubleBox message={message} />
      </div>
      {ours ? face : null}
    </article>
  );
});

const DELIVERY: Readonly<Record<string, string>> = { failed: 'failed', uncertain: 'maybe' };

// biome-ignore format: a table is read in columns
const DRAWN: Readonly<Record<string, readonly [string, IconName]>> = {
  bot:         ['bot', 'bot'],
  system:      ['sys', 'settings'],
  channel_app: ['handset', 'phone'],
};

function Who({ message: { author } }: { readonly message: Message }) {
  const { ticket, name } = useAround();
  const drawn = DRAWN[author.kind];
  if (drawn) {
    return (
      <span className={`face ${drawn[0]} z28`}>
        <Icon name={drawn[1]} />
      </span>
    );
  }
  if (author.kind === 'customer') return <Face name={name} id={ticket.contact.id} size={28} />;
  return <Face name={author.name ?? ''} id={author.id ?? ''} size={28} />;
}

function useAuthor({ author }: Pick<Message, 'author'>): { readonly who: string; readonly told: boolean } {
  const { voices } = useWords().thread;
  const { name, meId } = useAround();
  if (author.kind === 'customer') return { who: name, told: false };
  if (author.kind === 'agent' && author.id === meId) return { who: voices.you, told: false };
  if (author.kind === 'channel_app') return { who: voices.phoneApp, told: true };
  if (author.kind === 'system') return { who: voices.system, told: true };
  return { who: author.name ?? (author.kind === 'bot' ? voices.bot : voices.agent), told: true };
}

/** For those who do not see the side and the colour. */
function Author({ message }: { readonly message: Message }) {
  const { who } = useAuthor(message);
  return (
    <span className="unseen">
      <bdi>{who}</bdi>:{' '}
    </span>
  );
}

interface MetaProps {
  readonly message: Message;
  readonly named: boolean;
  readonly timed: boolean;
}

function Meta({ message, named, timed }: MetaProps) {
  const { thread } = useWords();
  const times = useTimes();
  const { who, told } = useAuthor(message);
  const { sentAt, editedAt, deletedAt, delivery, direction } = message;
  if (!timed) return null;
  const at = times.clock(sentAt);
  const when = deletedAt ? thread.deleted(times.clock(deletedAt), at) : editedAt ? thread.edited(at, times.clock(editedAt)) : at;
  return (
    <div className="meta">
      {told && named ? (
        <span className="by">
          <bdi className="cut" title={who}>
            {who}
          </bdi>
          <span aria-hidden="true">·</span>
        </span>
      ) : null}
      <time dateTime={sentAt}>{when}</time>
      {direction === 'note' ? (
        <span className="ticks">
          <Icon name="lock" size="xs" />
          {thread.voices.note}
        </span>
      ) : null}
      {delivery && direction === 'out' && !deletedAt ? <Ticks delivery={delivery.status} /> : null}
    </div>
  );
}

function Quoted({ message: { replyTo } }: { readonly message: Message }) {
  const words = useWords();
  const { find, goTo } = useAround();
  if (replyTo === null) return null;
  const target = find(replyTo);
  return (
    <span className="meta quoted">
      <Icon name="reply" size="xs" flips />
      {target ? (
        <button type="button" className="link quiet cut" onClick={() => goTo(replyTo)}>
          <bdi>{words.thread.answerTo(quoteOf(target.content, words))}</bdi>
        </button>
      ) : (
        words.thread.answerToOlder
      )}
    </span>
  );
}

function Reactions({ message: { reactions } }: { readonly message: Message }) {
  const { thread } = useWords();
  const { short } = useAround();
  if (reactions.length === 0) return null;
  return (
    <span className="reacts">
      {reactions.map(({ by, emoji }) => {
        const who = by === 'business' ? thread.reactions.us : short;
        return (
          <span key={by} className="react">
            <span aria-hidden="true">{emoji}</span>
            <span aria-hidden="true" className="cut">
              {who}
            </span>
            <span className="unseen">{thread.reactions.from(emoji, who)}</span>
          </span>
        );
      })}
    </span>
  );
}

function Deleted({ message: { author } }: { readonly message: Message }) {
  const { thread } = useWords();
  const { short } = useAround();
  return author.kind === 'customer' ? thread.deletedBy(short) : thread.deletedByUs;
}

function MenuButton({ message }: { readonly message: Message }) {
  const { menu } = useWords().thread;
  const { openMenu } = useAround();
  return (
    <button
      type="button"
      className="btn quiet icon small act"
      aria-label={menu.open}
      title={menu.open}
      aria-haspopup="menu"
      onClick={(event) => openMenu(message, event.currentTarget)}
    >
      <Icon name="more" size="s" />
    </button>
  );
}
