import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { BadChannels } from './bad-channels';
import { Me } from './me';

/** What does not fit into the bar of a phone. */
export function MorePage() {
  const { shell } = useWords();
  const { me } = useWorkspace();
  return (
    <main className="page">
      <header className="pagehead">
        <h1>{shell.pages.more}</h1>
      </header>
      <div className="body morelist">
        <Me />
        <Link className="nav" to="/preferences">
          <Icon name="person" />
          {shell.pages.preferences}
        </Link>
        {me.role === 'admin' ? (
          <>
            <Link className="nav" to="/contacts/{-$contactId}" params={{ contactId: undefined }}>
              <Icon name="contacts" />
              {shell.pages.contacts}
            </Link>
            <Link className="nav" to="/reports">
              <Icon name="reports" />
              {shell.pages.reports}
            </Link>
            <Link className="nav" to="/settings/{-$section}" params={{ section: undefined }}>
              <Icon name="settings" />
              {shell.pages.settings}
              <BadChannels />
            </Link>
          </>
        ) : null}
      </div>
    </main>
  );
}
