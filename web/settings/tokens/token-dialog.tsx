import { type FormEvent, useId, useState } from 'react';
import { Modal } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import { RoleField } from '../agents/role-field';
import { TeamsField } from '../agents/teams-field';
import { ENDINGS, type Ending } from './scopes';
import { ScopesField } from './scopes-field';
import { TokenShown } from './token-shown';
import { type Made, type TokenForm, useAddToken } from './use-add-token';

const EMPTY: TokenForm = { name: '', role: 'agent', scopes: ['tickets:read', 'messages:read'], teamIds: [], ending: 'P90D' };

/** Makes a token, and shows it. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { access, common } = useWords();
  const { tokens: words } = access;
  const [form, change] = useState(EMPTY);
  const [tried, tryIt] = useState(false);
  const [made, show] = useState<Made | null>(null);
  const { add, adding, error, wrong } = useAddToken(show);
  const set = (next: Partial<TokenForm>) => change({ ...form, ...next });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tryIt(true);
    if (form.scopes.length > 0 && !adding) add(form);
  };
  if (made?.token) return <TokenShown name={made.name} token={made.token} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={words.dialog} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" onSubmit={submit} autoComplete="off">
        {error ? <ProblemLine error={error} what={words.notAdded} /> : null}
        <Field
          data-autofocus
          label={words.name}
          hint={words.nameHint}
          value={form.name}
          maxLength={128}
          required
          dir="auto"
          wrong={wrong('name')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <RoleField role={form.role} says={words.roleSays} onChange={(role) => set({ role })} />
        <ScopesField
          scopes={form.scopes}
          wrong={tried && form.scopes.length === 0 ? words.noScope : wrong('scopes')}
          onChange={(scopes) => set({ scopes })}
        />
        {form.role === 'agent' ? <TeamsField teamIds={form.teamIds} onChange={(teamIds) => set({ teamIds })} /> : null}
        <EndField ending={form.ending} onChange={(ending) => set({ ending })} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" disabled={adding}>
            {adding ? words.adding : words.add}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function EndField({ ending, onChange }: { readonly ending: Ending; readonly onChange: (ending: Ending) => void }) {
  const { tokens: words } = useWords().access;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.ends}</label>
      <SelectBox id={id} value={ending} onChange={(event) => onChange(event.target.value as Ending)}>
        {(Object.keys(ENDINGS) as Ending[]).map((one) => (
          <option key={one} value={one}>
            {words.endings[one]}
          </option>
        ))}
      </SelectBox>
    </div>
  );
}
