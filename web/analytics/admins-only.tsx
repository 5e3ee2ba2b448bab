import { AdminsOnly as Refused } from '../parts/admins-only';
import { useWords } from '../words';

/** Who may not see the figures is told who may. */
export function AdminsOnly() {
  const { analytics, shell } = useWords();
  return <Refused page={shell.pages.analytics} says={analytics.adminsOnly} />;
}
