import { useQuery } from '@tanstack/react-query';
import type { Chosen } from './chosen';
import { keyOf, type Template, templatesQuery } from './query';

/** The template that is chosen of a channel's; undefined while none is. */
export function useChosenTemplate(channelId: string | null, { key }: Chosen): Template | undefined {
  const { data } = useQuery({ ...templatesQuery(channelId ?? ''), enabled: channelId !== null });
  return data?.data.find((one) => keyOf(one) === key);
}
