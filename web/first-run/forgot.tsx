import { useState } from 'react';
import { ask } from '../api/ask';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useForm } from './use-form';

/** Asks for a mail with a link; what follows is the same whether there is such an account or not. */
export function Forgot({ onBack }: { readonly onBack: () => void }) {
  const { account, firstRun } = useWords();
  const { forgot } = account;
  const [sent, tell] = useState<string | null>(null);
  const { busy, error, submit, wrong } = useForm(async ({ email = '' }) => {
    await ask('POST', '/session/reset', { body: { email } });
    tell(email);
  });
  return (
    <main className="door">
      <h1>{sent === null ? forgot.title : forgot.sentTitle}</h1>
      <p className="lead" role="status">
        {sent === null ? forgot.says : forgot.sentSays(sent)}
      </p>
      {sent === null ? (
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Field
            name="email"
            type="email"
            label={firstRun.fields.email}
            autoComplete="username"
            required
            autoFocus
            wrong={wrong('email')}
          />
          {error ? <ProblemLine error={error} what={forgot.failed} /> : null}
          <button type="submit" className="btn go" disabled={busy}>
            {busy ? forgot.busy : forgot.button}
          </button>
        </form>
      ) : null}
      <button type="button" className="btn quiet otherway" onClick={onBack}>
        {forgot.back}
      </button>
    </main>
  );
}
