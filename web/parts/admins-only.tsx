import { useWorkspace } from '../api/workspace';
import { useLanguage } from '../words';
import { Empty } from './empty';

interface Props {
  /** What the page is called. */
  readonly page: string;
  readonly says: string;
}

/** Who may not see a page of the admins is told who may. */
export function AdminsOnly({ page, says }: Props) {
  const { agents } = useWorkspace();
  const { language, words } = useLanguage();
  const admins = agents.filter(({ role }) => role === 'admin').map(({ name }) => name);
  return (
    <main className="page">
      <h1 className="unseen">{page}</h1>
      <Empty icon="lock" title={says} says={words.settings.frame.yourAdmins(new Intl.ListFormat(language).format(admins), admins.length)} />
    </main>
  );
}
