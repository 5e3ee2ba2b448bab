import { useWorkspace } from '../api/workspace';
import { Empty } from '../parts/empty';
import { useLanguage } from '../words';

/** Who may not see the settings is told who may. */
export function Refused() {
  const { agents } = useWorkspace();
  const { language, words } = useLanguage();
  const { frame } = words.settings;
  const admins = agents.filter(({ role }) => role === 'admin').map(({ name }) => name);
  return (
    <main className="page">
      <h1 className="unseen">{frame.title}</h1>
      <Empty icon="lock" title={frame.adminsOnly} says={frame.yourAdmins(new Intl.ListFormat(language).format(admins), admins.length)} />
    </main>
  );
}
