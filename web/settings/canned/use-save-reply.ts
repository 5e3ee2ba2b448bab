import { useMutation, useQueryClient } from '@tanstack/react-query';
import { unknownVariables } from '../../../src/domain/canned';
import { ask, isProblem } from '../../api/ask';
import { type CannedReply, cannedQuery } from '../../api/canned';
import { useWords } from '../../words';
import { useKey } from '../use-key';

export type ReplyForm = Pick<CannedReply, 'shortcut' | 'title' | 'text'>;

/** Adds or changes a canned reply, and says at each field what is wrong with it. */
export function useSaveReply(reply: CannedReply | null, form: ReplyForm, onKept: (reply: CannedReply) => void) {
  const { canned } = useWords();
  const queries = useQueryClient();
  const key = useKey();
  const saving = useMutation({
    mutationFn: () =>
      reply
        ? ask<CannedReply>('PATCH', `/canned-replies/${reply.id}`, { body: form, ifMatch: reply.version })
        : ask<CannedReply>('POST', '/canned-replies', { body: form, key: key.of(form) }),
    onSuccess: (kept) => {
      queries.setQueryData(cannedQuery.queryKey, (now) => now && [...now.filter(({ id }) => id !== kept.id), kept].sort(byShortcut));
      onKept(kept);
    },
  });
  const { error } = saving;
  const taken = isProblem(error, 'already_exists');
  const [unknown] = unknownVariables(form.text);
  const wrong = (path: keyof ReplyForm): string | undefined => {
    if (path === 'text' && unknown !== undefined) return canned.unknown(unknown);
    if (path === 'shortcut' && form.shortcut !== '' && /^\/|\s/.test(form.shortcut)) return canned.oneWord;
    if (path === 'shortcut' && taken) return canned.taken;
    return isProblem(error) ? error.errors.find((one) => one.path === path)?.message : undefined;
  };
  const atFields = taken || (isProblem(error) && error.errors.length > 0);
  return { saving, wrong, error: atFields ? null : error };
}

const byShortcut = (one: CannedReply, other: CannedReply): number => one.shortcut.localeCompare(other.shortcut);
