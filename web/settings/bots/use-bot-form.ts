import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ask, isProblem } from '../../api/ask';
import { useWords } from '../../words';
import { type Bot, botsQuery } from '../channels/queries';
import { useKey } from '../use-key';
import { type BotForm, configOf, formOf, type RulesConfig, sameForm } from './form';

/** What was typed stays when one looks at another page meanwhile, with the version that it was typed upon. */
interface Typed {
  readonly form: BotForm;
  readonly version: number | undefined;
}
const typed = new Map<string, Typed>();

const saved = (bot: Bot): BotForm => formOf(bot.name, bot.config as unknown as RulesConfig);

/** The form of a bot, and its saving. */
export function useBotForm(bot: Bot | null) {
  const { newName } = useWords().bots;
  const id = bot?.id ?? 'new';
  const untouched = useMemo<Typed>(
    () => ({ form: bot ? saved(bot) : formOf(newName, { rules: [] }), version: bot?.version }),
    [bot, newName],
  );
  const [mine, become] = useState(() => typed.get(id));
  const now = mine ?? untouched;
  const keep = (next: Typed) => {
    typed.set(id, next);
    become(next);
  };
  const forget = () => {
    typed.delete(id);
    become(undefined);
  };
  const saving = useSaving(bot, now, forget);
  return {
    form: now.form,
    dirty: bot === null || !sameForm(now.form, saved(bot)),
    change: (next: Partial<BotForm>) => keep({ ...now, form: { ...now.form, ...next } }),
    discard: () => {
      saving.reset();
      forget();
    },
    saving,
  };
}

function useSaving(bot: Bot | null, { form, version }: Typed, onKept: () => void) {
  const queries = useQueryClient();
  const go = useNavigate();
  const key = useKey();
  const made = { name: form.name, kind: 'rules', config: configOf(form) };
  return useMutation({
    mutationFn: () =>
      bot
        ? ask<Bot>('PATCH', `/bots/${bot.id}`, {
            body: { name: form.name, config: configOf(form) },
            ...(version ? { ifMatch: version } : {}),
          })
        : ask<Bot>('POST', '/bots', { body: made, key: key.of(made) }),
    onSuccess: (kept) => {
      queries.setQueryData(botsQuery.queryKey, (now) => [...(now ?? []).filter(({ id }) => id !== kept.id), kept]);
      onKept();
      if (!bot) void go({ to: '/settings/bots/$botId', params: { botId: kept.id }, replace: true });
    },
    onError: (problem) => {
      if (isProblem(problem, 'stale')) void queries.invalidateQueries({ queryKey: botsQuery.queryKey });
    },
  });
}
