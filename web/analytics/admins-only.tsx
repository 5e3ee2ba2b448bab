import { useWorkspace } from '../api/workspace';
import { Empty } from '../parts/empty';
import { useLanguage } from '../words';

/** Who may not see the figures is told who may. */
export function AdminsOnly() {
  const { agents } = useWorkspace();
  const { language, words } = useLanguage();
  const admins = agents.filter(({ role }) => role === 'admin').map(({ name }) => name);
  return (
    <main className="page">
      <h1 className="unseen">{words.shell.pages.analytics}</h1>
      <Empty
        icon="lock"
        title={words.analytics.adminsOnly}
        says={words.settings.frame.yourAdmins(new Intl.ListFormat(language).format(admins), admins.length)}
      />
    </main>
  );
}
