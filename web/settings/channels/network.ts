import { useQuery } from '@tanstack/react-query';
import type { Channel } from '../../api/types';
import { useWords } from '../../words';
import { type Kind, kindsQuery } from './queries';

/** The network of a channel; undefined while it is not read yet. */
export function useKind({ kind: named }: Pick<Channel, 'kind'>): Kind | undefined {
  const { data } = useQuery(kindsQuery);
  return data?.find(({ kind }) => kind === named);
}

/** Who calls the desk for a channel, as a sentence begins. */
export function useCaller({ kind }: Pick<Channel, 'kind'>): string {
  const { networks } = useWords();
  return networks.caller[kind] ?? networks.callerElse;
}

/** What the part of its page is called that shows how it is connected. */
export function usePart({ kind, webhook, line }: Pick<Channel, 'kind' | 'webhook' | 'line'>): string {
  const { networks, channels } = useWords();
  const own = networks.part[kind];
  if (own) return own;
  return webhook ? channels.page.tabs.webhook : line ? networks.partOfLine : networks.partElse;
}
