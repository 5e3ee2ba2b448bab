import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PreviewJson } from '../../../src/http/schemas/preview';
import { ask } from '../../api/ask';
import { patchOf } from './edits';
import type { SettingsForm } from './use-settings-form';

export type Preview = PreviewJson;

/** How long after the last key it is asked. */
const PAUSE = 300;

interface Foreseen {
  readonly preview: Preview | undefined;
  /** What is shown was foreseen for other values. */
  readonly stale: boolean;
  readonly error: unknown;
}

/** How many open tickets the changes would move now. Nothing is asked while nothing is changed, or while something is wrong. */
export function usePreview({ edits, sound }: Pick<SettingsForm, 'edits' | 'sound'>): Foreseen {
  const now = sound && Object.keys(edits).length > 0 ? JSON.stringify(patchOf(edits)) : '';
  const [asked, settle] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => settle(now), PAUSE);
    return () => clearTimeout(timer);
  }, [now]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['settings-preview', asked],
    queryFn: ({ signal }) => ask<Preview>('POST', '/settings/preview', { body: JSON.parse(asked), signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 0,
  });
  const unchanged = sound && now === '';
  return { preview: unchanged ? undefined : data, stale: asked !== now || isPlaceholderData, error };
}
