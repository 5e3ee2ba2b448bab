import { type FormEvent, useState } from 'react';
import { isProblem } from '../../api/ask';
import type { Agent } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { Modal } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { toast } from '../../parts/toast';
import { useWords } from '../../words';
import type { AccountWords } from '../../words/en/account';
import { LinkShown } from './link-shown';
import { PasswordField } from './password-field';
import { RoleField } from './role-field';
import { TeamsField } from './teams-field';
import { type AgentForm, capacityOf, formOf, type Saved, useSaveAgent } from './use-save-agent';

/** Adds a person, or changes one. */
export function AgentDialog({ agent, onClose }: { readonly agent: Agent | null; readonly onClose: () => void }) {
  const { account, agents: words, common } = useWords();
  const { routing } = useWorkspace();
  const [form, change] = useState<AgentForm>(() => formOf(agent));
  const [shown, show] = useState<Saved | null>(null);
  const { save, saving, error, wrong } = useSaveAgent(agent, (saved) => {
    if (saved.link?.url) return show(saved);
    onClose();
    if (saved.link) toast(account.people.mailed(saved.agent.email));
  });
  const set = (next: Partial<AgentForm>) => change({ ...form, ...next });
  const capacityWrong = capacityOf(form.capacity) === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!capacityWrong && !saving) save(form);
  };
  const beginning = agent ? common.problems.notSaved : words.notAdded;
  const { fields } = words;
  const invites = agent === null && form.password === '';
  if (shown?.link?.url)
    return <LinkShown name={shown.agent.name} url={shown.link.url} expiresAt={shown.link.expiresAt} onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={agent ? words.editTitle(agent.name) : words.addTitle}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form className="asking" onSubmit={submit} autoComplete="off">
        {isProblem(error, 'stale') ? <Stale says={words.stale} /> : error ? <ProblemLine error={error} what={beginning} /> : null}
        <Field
          data-autofocus
          label={fields.name}
          value={form.name}
          maxLength={128}
          required
          dir="auto"
          wrong={wrong('name')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Field
          label={fields.email}
          type="email"
          value={form.email}
          maxLength={254}
          required
          wrong={wrong('email')}
          onChange={(event) => set({ email: event.target.value })}
        />
        <RoleField role={form.role} onChange={(role) => set({ role })} />
        <Field
          label={fields.capacity}
          hint={fields.capacityHint(routing.capacity)}
          inputMode="numeric"
          maxLength={4}
          value={form.capacity}
          wrong={capacityWrong ? words.capacityWrong : wrong('capacity')}
          onChange={(event) => set({ capacity: event.target.value })}
        />
        <TeamsField teamIds={form.teamIds} onChange={(teamIds) => set({ teamIds })} />
        <PasswordField isNew={agent === null} value={form.password} wrong={wrong('password')} onChange={(password) => set({ password })} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" disabled={saving}>
            {agent
              ? saving
                ? common.saving
                : common.save
              : invites
                ? inviting(account.people, saving)
                : saving
                  ? words.adding
                  : words.add}
          </button>
        </div>
      </form>
    </Modal>
  );
}

const inviting = ({ invite, inviting: busy }: AccountWords['people'], saving: boolean): string => (saving ? busy : invite);

const Stale = ({ says }: { readonly says: string }) => (
  <div className="bannerline warn" role="alert">
    {says}
  </div>
);
