import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, get } from '../api/ask';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { Frame } from './frame';
import { takeToken } from './token';
import { useForm } from './use-form';

export function SetupPage() {
  return (
    <Frame>
      <SetUp />
    </Frame>
  );
}

function SetUp() {
  const { firstRun } = useWords();
  const [token] = useState(takeToken);
  const needed = useQuery({ queryKey: ['setup'], queryFn: () => get<{ needed: boolean }>('/setup') }).data?.needed;
  if (needed === false)
    return (
      <main className="door">
        <h1>{firstRun.setup.goneTitle}</h1>
        <p className="lead">{firstRun.setup.goneSays}</p>
        <Link className="btn go" to="/login">
          {firstRun.login.button}
        </Link>
      </main>
    );
  return (
    <main className="door">
      <h1>{firstRun.setup.title}</h1>
      <p className="lead">{token ? firstRun.setup.lead : firstRun.setup.noToken}</p>
      {token ? <Form token={token} /> : null}
    </main>
  );
}

function Form({ token }: { readonly token: string }) {
  const { firstRun } = useWords();
  const go = useNavigate();
  const { busy, error, submit, wrong } = useForm(async (fields) => {
    await ask('POST', '/setup', { body: { token, ...fields } });
    await go({ to: '/welcome', state: { made: true } });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field name="name" label={firstRun.fields.name} autoComplete="name" maxLength={128} required wrong={wrong('name')} />
      <Field
        name="email"
        type="email"
        label={firstRun.fields.email}
        autoComplete="username"
        maxLength={254}
        required
        wrong={wrong('email')}
      />
      <Field
        name="password"
        type="password"
        label={firstRun.fields.password}
        hint={firstRun.fields.passwordHint}
        autoComplete="new-password"
        minLength={8}
        maxLength={1024}
        required
        wrong={wrong('password')}
      />
      {error ? <ProblemLine error={error} what={firstRun.setup.failed} /> : null}
      <button type="submit" className="btn go" disabled={busy}>
        {busy ? firstRun.setup.busy : firstRun.setup.button}
      </button>
    </form>
  );
}
