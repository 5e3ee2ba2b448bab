import { AdminsOnly } from '../parts/admins-only';
import { useWords } from '../words';

/** Who may not see the settings is told who may. */
export function Refused() {
  const { frame } = useWords().settings;
  return <AdminsOnly page={frame.title} says={frame.adminsOnly} />;
}
