import { NO_CONNECTION } from '../../src/domain/agent';
import { useWords } from '../words';

/** Why somebody is away or offline, as they or the desk said it; null: nobody said. */
export function useReason(): (reason: string | null) => string | null {
  const { common } = useWords();
  return (reason) => (reason === NO_CONNECTION ? common.noConnection : reason);
}
