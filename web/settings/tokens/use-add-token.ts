import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, isProblem } from '../../api/ask';
import { useKey } from '../use-key';
import { type Token, tokensQuery } from './query';
import { type Ending, endOf } from './scopes';

export interface TokenForm {
  readonly name: string;
  readonly role: Token['role'];
  readonly scopes: readonly string[];
  readonly teamIds: readonly string[];
  readonly ending: Ending;
}

export interface Made extends Token {
  readonly token: string | null;
}

/** Makes a token; what is wrong stands at its field. */
export function useAddToken(onMade: (made: Made) => void) {
  const queries = useQueryClient();
  const key = useKey();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ ending, ...form }: TokenForm) =>
      ask<Made>('POST', '/tokens', { body: { ...form, expiresAt: endOf(ending, Date.now()) }, key: key.of({ ...form, ending }) }),
    onSuccess: ({ token, ...made }) => {
      key.forget();
      queries.setQueryData(tokensQuery.queryKey, (now) => now && [made, ...now]);
      onMade({ ...made, token });
    },
  });
  const errors = isProblem(error) ? error.errors : [];
  const wrong = (path: string) => errors.find((one) => one.path === path)?.message;
  return { add: mutate, adding: isPending, error: errors.length > 0 ? null : error, wrong };
}
