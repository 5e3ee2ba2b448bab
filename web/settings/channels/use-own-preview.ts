import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../api/ask';
import type { Preview } from '../rules/use-preview';
import type { OwnForm } from './use-own-form';

/** How long after the last key it is asked. */
const PAUSE = 300;

/** How many open tickets of this channel the changes would move now. */
export function useOwnPreview(channelId: string, { form: { edits, sound }, overrides }: Pick<OwnForm, 'form' | 'overrides'>) {
  const now = sound && Object.keys(edits).length > 0 ? JSON.stringify(overrides) : '';
  const [asked, settle] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => settle(now), PAUSE);
    return () => clearTimeout(timer);
  }, [now]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['own-preview', channelId, asked],
    queryFn: ({ signal }) => ask<Preview>('POST', `/channels/${channelId}/preview`, { body: { overrides: JSON.parse(asked) }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return { preview: sound && now === '' ? undefined : data, stale: asked !== now || isPlaceholderData, error };
}
