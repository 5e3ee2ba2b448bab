import { useMantineColorScheme } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { NO_CONNECTION } from '../../src/domain/agent';
import { onLoggedOut } from '../api/ask';
import { useLiveCounts } from '../api/counts';
import { usePreferences } from '../api/preferences';
import { useLivePresence } from '../api/presence';
import { useWorkspace } from '../api/workspace';
import { KeyListener } from '../keys/listener';
import { closeLink, openLink } from '../live/link';
import { Palette } from '../palette/palette';
import { Toasts } from '../parts/toast';
import { readOver } from '../parts/use-over';
import { Speaking } from '../words';
import { leaveForNow } from './leave';
import { LinkStrip } from './link-strip';
import { Notifier } from './notifier';
import { Rail } from './rail';
import { TabBar } from './tab-bar';

const DroppedStrip = lazy(async () => ({ default: (await import('./dropped-strip')).DroppedStrip }));
const PausedStrip = lazy(async () => ({ default: (await import('./paused-strip')).PausedStrip }));
const TrialFrame = lazy(async () => ({ default: (await import('../trial/trial-frame')).TrialFrame }));
const PushKeeper = lazy(async () => ({ default: (await import('../push/keeper')).PushKeeper }));

/** The frame around every page: rail or tab bar, the strip that says whether we are connected, and what listens everywhere. */
export function Shell() {
  const { language, timeZone, theme } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  const { me, channels } = useWorkspace();
  const [top, setTop] = useState<HTMLElement | null>(null);
  const trying = me.role === 'admin' && channels.some(({ trial }) => trial);
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  useEffect(() => {
    openLink();
    return closeLink;
  }, []);
  useEffect(() => whenIdle(() => void readOver()), []);
  useEffect(() => onLoggedOut(leaveForNow), []);
  useLiveCounts();
  useLivePresence();
  return (
    <Speaking language={language} zone={timeZone}>
      <KeyListener />
      <Notifier />
      <div className="frame">
        <LinkStrip />
        <Suspense>{me.presence === 'offline' && me.presenceReason === NO_CONNECTION ? <DroppedStrip /> : null}</Suspense>
        <Suspense>{me.role === 'admin' ? <PausedStrip /> : null}</Suspense>
        <div ref={setTop} />
        <div className={`app ${trying ? 'trying' : ''}`}>
          <Rail />
          <Outlet />
          <Suspense>{trying ? <TrialFrame top={top} /> : null}</Suspense>
        </div>
        <TabBar />
      </div>
      <Toasts />
      <Palette />
      <Suspense>
        <PushKeeper />
      </Suspense>
    </Speaking>
  );
}

/** Safari has no word for it. */
function whenIdle(run: () => void): () => void {
  const timer = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(run) : run()), 2_000);
  return () => clearTimeout(timer);
}
