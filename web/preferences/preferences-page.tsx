import { useEffect } from 'react';
import { useWorkspace } from '../api/workspace';
import { TimeTable } from '../presence/time-table';
import { useWords } from '../words';
import '../inbox/inbox.css';
import './preferences.css';
import { Appearance } from './appearance';
import { Notifications } from './notifications';
import { Row } from './row';
import { Security } from './security/security';
import { Writing } from './writing';

/** How one person likes the desk; each change is kept as it is made. */
export function PreferencesPage() {
  const { preferences, presence, shell } = useWords();
  const { me } = useWorkspace();
  useEffect(() => {
    document.title = `${shell.pages.preferences} · ${shell.desk}`;
  }, [shell]);
  return (
    <main className="page preferences">
      <header className="pagehead">
        <h1>{shell.pages.preferences}</h1>
      </header>
      <div className="prefs">
        <section className="card">
          <h2>{preferences.account}</h2>
          <Row id="pref-name" label={preferences.name}>
            <bdi className="cut" title={me.name}>
              {me.name}
            </bdi>
          </Row>
          <Row id="pref-email" label={preferences.email} hint={preferences.accountHint}>
            <bdi className="cut" title={me.email}>
              {me.email}
            </bdi>
          </Row>
        </section>
        <Security />
        <Appearance />
        <Writing />
        <Notifications />
        <section className="card">
          <h2>{presence.times.mine}</h2>
          <div className="owntime">
            <TimeTable agentId={null} />
          </div>
        </section>
      </div>
    </main>
  );
}
