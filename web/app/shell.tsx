import { useMantineColorScheme } from '@mantine/core';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { onLoggedOut } from '../api/ask';
import { useLiveCounts } from '../api/counts';
import { usePreferences } from '../api/preferences';
import { KeyListener } from '../keys/listener';
import { closeLink, openLink } from '../live/link';
import { Toasts } from '../parts/toast';
import { Speaking } from '../words';
import { LinkStrip } from './link-strip';
import { Rail } from './rail';
import { TabBar } from './tab-bar';

const Palette = lazy(async () => ({ default: (await import('../palette/palette')).Palette }));

/** The frame around every page: rail or tab bar, the strip that says whether we are connected, and what listens everywhere. */
export function Shell() {
  const { language, timeZone, theme } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  const router = useRouter();
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  useEffect(() => {
    openLink();
    return closeLink;
  }, []);
  useEffect(() => onLoggedOut(() => void router.invalidate()), [router]);
  useLiveCounts();
  return (
    <Speaking language={language} zone={timeZone}>
      <KeyListener />
      <div className="frame">
        <LinkStrip />
        <div className="app">
          <Rail />
          <Outlet />
        </div>
        <TabBar />
      </div>
      <Toasts />
      <Suspense>
        <Palette />
      </Suspense>
    </Speaking>
  );
}
