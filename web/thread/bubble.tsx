import { lazy, type MouseEvent, memo, Suspense } from 'react';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Quoted, Reactions } from './beside';
import { Came } from './came';
import { Contents } from './content';
import { useAround } from './context';
import { Meta } from './meta';
import { Note } from './note';
import { TroubleBox } from './trouble-box';
import { isOurs, voiceClass } from './voices';
import { Author, Who } from './who';

const Former = lazy(async () => ({ default: (await import('./former')).Former }));

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
            {message.deletedAt === null ? <Came message={message} /> : null}
            {message.deletedAt === null ? <Says message={message} /> : <Deleted message={message} />}
          </div>
          <Meta message={message} named={last} timed={timed} />
          {message.deletedAt === null ? <MenuButton message={message} /> : null}
        </div>
        <Suspense>{message.former ? <Former former={message.former} /> : null}</Suspense>
        <Reactions message={message} />
        <TroubleBox message={message} />
      </div>
      {ours ? face : null}
    </article>
  );
});

function Says({ message: { id, content, mentions = [] } }: { readonly message: Message }) {
  if (content.type === 'text' && mentions.length > 0) return <Note text={content.text} mentions={mentions} />;
  return <Contents id={id} content={content} />;
}

const DELIVERY: Readonly<Record<string, string>> = { failed: 'failed', uncertain: 'maybe' };

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
