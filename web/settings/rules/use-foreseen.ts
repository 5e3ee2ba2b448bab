import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PreviewJson } from '../../../src/http/schemas/preview';
import { ask } from '../../api/ask';
import type { SettingsForm } from './use-settings-form';

export type Preview = PreviewJson;

/** How long after the last key it is asked. */
const PAUSE = 300;

export interface Foreseen {
  readonly preview: Preview | undefined;
  /** What is shown was foreseen for other values. */
  readonly stale: boolean;
  readonly error: unknown;
}

/** How many open tickets the changes would move now, asked of that path. Nothing is asked while nothing is changed, or while something is wrong. */
export function useForeseen(path: string, { edits, sound }: Pick<SettingsForm, 'edits' | 'sound'>, changes: object): Foreseen {
  const now = sound && Object.keys(edits).length > 0 ? JSON.stringify(changes) : '';
  const [asked, settle] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => settle(now), PAUSE);
    return () => clearTimeout(timer);
  }, [now]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['preview', path, asked],
    queryFn: ({ signal }) => ask<Preview>('POST', path, { body: JSON.parse(asked), signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const unchanged = sound && now === '';
  return { preview: unchanged ? undefined : data, stale: asked !== now || isPlaceholderData, error };
}
