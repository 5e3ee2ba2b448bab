import type { Message } from '../api/types';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { personName } from '../ticket/person';
import { useWords } from '../words';
import { useAround } from './context';

// biome-ignore format: a table is read in columns
const DRAWN: Readonly<Record<string, readonly [string, IconName]>> = {
  bot:         ['bot', 'bot'],
  system:      ['sys', 'settings'],
  channel_app: ['handset', 'phone'],
};

/** The face of a run. */
export function Who({ message: { author } }: { readonly message: Message }) {
  const { ticket } = useAround();
  const drawn = DRAWN[author.kind];
  if (drawn) {
    return (
      <span className={`face ${drawn[0]} z28`}>
        <Icon name={drawn[1]} />
      </span>
    );
  }
  if (author.kind === 'customer') return <Face name={personName(ticket, '')} id={ticket.contact.id} size={28} />;
  return <Face name={author.name ?? ''} id={author.id ?? ''} size={28} />;
}

/** What they are called here; `told`: it has to be said, since neither side nor face tells it. */
export function useAuthor({ author }: Pick<Message, 'author'>): { readonly who: string; readonly told: boolean } {
  const { voices } = useWords().thread;
  const { name, meId } = useAround();
  if (author.kind === 'customer') return { who: name, told: false };
  if (author.kind === 'agent' && author.id === meId) return { who: voices.you, told: false };
  if (author.kind === 'channel_app') return { who: voices.phoneApp, told: true };
  if (author.kind === 'system') return { who: voices.system, told: true };
  return { who: author.name ?? (author.kind === 'bot' ? voices.bot : voices.agent), told: true };
}

/** For those who do not see the side and the colour. */
export function Author({ message }: { readonly message: Message }) {
  const { who } = useAuthor(message);
  return (
    <span className="unseen">
      <bdi>{who}</bdi>:{' '}
    </span>
  );
}
