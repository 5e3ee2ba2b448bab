import { useMutation } from '@tanstack/react-query';
import { choose, chosenNow, keepOutcome } from './choosing';
import { only } from './chosen';
import { notDone } from './outcome';
import { type Deed, inBulk } from './run';

/** Does it to all that are chosen; those for which it was refused stay chosen. */
export function useBulk() {
  return useMutation({
    mutationFn: async (deed: Deed) => {
      const ids = [...chosenNow().ids];
      keepOutcome(null);
      const told = await inBulk(ids, deed).then(
        (results) => ({ results, error: null }),
        (error: unknown) => ({ results: [], error }),
      );
      const outcome = { deed, asked: ids.length, ...told };
      keepOutcome(outcome);
      const left = notDone(outcome, ids);
      choose(only(left));
      if (left.length === 0) document.querySelector<HTMLElement>('.list [role=listbox]')?.focus();
    },
  });
}
