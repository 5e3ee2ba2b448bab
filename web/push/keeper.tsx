import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePreferences } from '../api/preferences';
import { useWords } from '../words';
import { keepOn, standing } from './push';

/** Keeps push on in a browser where it was switched on, and goes where a notification leads. */
export function PushKeeper() {
  const { pushNotifications } = usePreferences();
  const words = useWords();
  const router = useRouter();
  useEffect(() => {
    if (pushNotifications && standing() === 'able') void keepOn(words).catch(() => undefined);
  }, [pushNotifications, words]);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const hear = ({ data }: MessageEvent<{ readonly go?: unknown }>) => {
      if (typeof data?.go === 'string' && data.go.startsWith('/inbox/')) void router.navigate({ href: data.go });
    };
    navigator.serviceWorker.addEventListener('message', hear);
    return () => navigator.serviceWorker.removeEventListener('message', hear);
  }, [router]);
  return null;
}
