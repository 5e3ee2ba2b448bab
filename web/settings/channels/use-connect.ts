import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask';
import { freshKey } from '../../api/fresh-key';
import type { Channel } from '../../api/types';
import { useWords } from '../../words';
import { filledIn, unready, type Values, wrongFields, wrongWith } from './config-form';
import { type Field, type Kind, keepChannel } from './queries';

interface Draft {
  readonly name: string;
  readonly values: Values;
  readonly botId: string | null;
  /** Of this very content: sent twice it connects one account. */
  readonly key: string;
}

const EMPTY: Omit<Draft, 'key'> = { name: '', values: {}, botId: null };

/** The form of a new account: what is typed, what is wrong with it, and its way to the desk. */
export function useConnect(kind: Kind) {
  const { connect } = useWords().channels;
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, key: freshKey() }));
  const [tried, setTried] = useState(false);
  const { mutate, error, isPending, reset } = useSending(kind);
  const refused = wrongFields(error);
  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part, key: freshKey() }));
    if (error) reset();
  };
  const typedIn = ({ name }: Field) => draft.values[name] ?? '';
  const missing = (value: string) => (tried && value.trim() === '' ? connect.required : null);
  return {
    ...draft,
    pending: isPending,
    error: refused ? null : error,
    wrongName: refused?.name ?? missing(draft.name),
    wrong: (field: Field) =>
      refused?.[`config.${field.name}`] ?? (field.required ? missing(typedIn(field)) : null) ?? wrongWith(field, typedIn(field)),
    setName: (name: string) => change({ name }),
    setValue: (name: string, value: string) => change({ values: { ...draft.values, [name]: value } }),
    setBotId: (botId: string | null) => change({ botId }),
    send: () => {
      setTried(true);
      if (draft.name.trim() !== '' && unready(kind.config, draft.values).length === 0) mutate(draft);
    },
  };
}

function useSending({ kind }: Kind) {
  const queries = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: ({ key, name, values, botId }: Draft) =>
      ask<Channel>('POST', '/channels', { body: { kind, name, config: filledIn(values), botId }, key }),
    onSuccess: (channel) => {
      keepChannel(queries, channel);
      void go({ to: '/settings/channels/$channelId/{-$tab}', params: { channelId: channel.id, tab: 'webhook' } });
    },
  });
}
