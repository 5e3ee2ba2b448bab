import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MOST_RULES } from '../../../src/domain/routing-rules';
import type { RuleJson } from '../../../src/http/schemas/routing-rule';
import { ask, isProblem } from '../../api/ask';
import type { Page } from '../../api/types';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { About } from '../about';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import '../teams/teams.css';
import { DryRun } from './dry-run';
import { bodyOf, formOf, isSame, newRule, type RuleForm } from './form';
import { rulesQuery } from './query';
import { RuleList } from './rule-list';
import './routing-rules.css';

/** The rules by which new tickets find their team. */
export function RulesPage() {
  const { settings } = useWords();
  const { data: rules, error } = useQuery(rulesQuery);
  if (!rules) return <Loading title={settings.frame.sections.rules} error={error} rows={3} />;
  return <Form saved={rules} />;
}

function Form({ saved }: { readonly saved: readonly RuleJson[] }) {
  const { settings, teams } = useWords();
  const { rules: words } = teams;
  const before = formOf(saved);
  const [rules, change] = useState<readonly RuleForm[]>(before);
  const [open, setOpen] = useState<string | null>(null);
  const saving = useSave((now) => {
    change(formOf(now));
    setOpen(null);
  });
  const edit = (next: readonly RuleForm[]) => {
    change(next);
    saving.reset();
  };
  const add = () => {
    const rule = newRule(words.newName);
    edit([...rules, rule]);
    setOpen(rule.place);
  };
  const changed = !isSame(rules, before);
  const foot = changed ? <Foot saving={saving} rules={rules} onDiscard={() => edit(before)} /> : undefined;
  return (
    <SettingsFrame title={settings.frame.sections.rules} actions={<Add full={rules.length >= MOST_RULES} onAdd={add} />} foot={foot}>
      <div className="two">
        <div className="form">
          <RuleList
            rules={rules}
            open={open}
            errors={isProblem(saving.error) ? saving.error.errors : []}
            onOpen={setOpen}
            onChange={edit}
          />
        </div>
        <div className="beside">
          <DryRun rules={rules} />
          <About title={words.about} says={words.aboutSays} />
        </div>
      </div>
    </SettingsFrame>
  );
}

function Add({ full, onAdd }: { readonly full: boolean; readonly onAdd: () => void }) {
  const { rules: words } = useWords().teams;
  return (
    <>
      {full ? <span className="hint">{words.full(MOST_RULES)}</span> : null}
      <button type="button" className="btn go" disabled={full} onClick={onAdd}>
        <Icon name="plus" />
        {words.add}
      </button>
    </>
  );
}

interface FootProps {
  readonly saving: ReturnType<typeof useSave>;
  readonly rules: readonly RuleForm[];
  readonly onDiscard: () => void;
}

function Foot({ saving, rules, onDiscard }: FootProps) {
  const { common, teams } = useWords();
  const { rules: words } = teams;
  return (
    <>
      {saving.error ? (
        <ProblemLine error={saving.error} what={common.problems.notSaved} />
      ) : (
        <span className="grow mute">{words.changed}</span>
      )}
      <button type="button" className="btn" onClick={onDiscard}>
        {words.discard}
      </button>
      <button type="button" className="btn go" disabled={saving.isPending} onClick={() => saving.mutate(rules)}>
        {saving.isPending ? common.saving : common.save}
      </button>
    </>
  );
}

function useSave(onSaved: (rules: readonly RuleJson[]) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (rules: readonly RuleForm[]) =>
      (await ask<Page<RuleJson>>('PUT', '/routing-rules', { body: { rules: bodyOf(rules) } })).data,
    onSuccess: (now) => {
      queries.setQueryData(rulesQuery.queryKey, now);
      onSaved(now);
    },
  });
}
