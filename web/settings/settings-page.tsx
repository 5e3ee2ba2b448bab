import { Navigate, useParams } from '@tanstack/react-router';
import { Suspense, useSyncExternalStore } from 'react';
import { useWorkspace } from '../api/workspace';
import { Nowhere } from '../app/nowhere';
import { useWords } from '../words';
import { isSection } from './nav';
import { Refused } from './refused';
import { SECTIONS } from './sections';
import { SettingsNav } from './settings-nav';
import './settings.css';

const PHONE = matchMedia('(max-width: 767px)');
const join = (wake: () => void) => {
  PHONE.addEventListener('change', wake);
  return () => PHONE.removeEventListener('change', wake);
};

/** One section of the settings; on phones without one, the list of them. */
export function SettingsPage() {
  const { section } = useParams({ from: '/desk/settings/{-$section}' });
  const { me } = useWorkspace();
  const phone = useSyncExternalStore(join, () => PHONE.matches);
  if (me.role !== 'admin') return <Refused />;
  if (section === undefined) return phone ? <List /> : <Navigate to="/settings/{-$section}" params={{ section: 'channels' }} replace />;
  const Section = isSection(section) ? SECTIONS[section] : undefined;
  return <Suspense fallback={<main className="page" />}>{Section ? <Section /> : <Nowhere />}</Suspense>;
}

function List() {
  const { frame } = useWords().settings;
  return (
    <main className="page setlist">
      <header className="pagehead">
        <h1>{frame.title}</h1>
      </header>
      <SettingsNav />
    </main>
  );
}
