import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { ask, get } from '../api/ask';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { Frame } from './frame';
import { useForm } from './use-form';

export function LoginPage() {
  return (
    <Frame>
      <LogIn />
    </Frame>
  );
}

function LogIn() {
  const { firstRun } = useWords();
  const needed = useQuery({ queryKey: ['setup'], queryFn: () => get<{ needed: boolean }>('/setup') }).data?.needed;
  if (needed)
    return (
      <main className="door">
        <h1>{firstRun.login.noAdminTitle}</h1>
        <p className="lead">{firstRun.login.noAdminSays}</p>
      </main>
    );
  return (
    <main className="door">
      <h1>{firstRun.login.title}</h1>
      <Form />
    </main>
  );
}

function Form() {
  const { firstRun } = useWords();
  const { to } = useSearch({ from: '/login' });
  const router = useRouter();
  const queries = useQueryClient();
  const { busy, error, submit, wrong } = useForm(async (fields) => {
    await ask('POST', '/session', { body: fields });
    queries.clear();
    router.history.push(to ?? '/');
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field name="email" type="email" label={firstRun.fields.email} autoComplete="username" required wrong={wrong('email')} />
      <Field
        name="password"
        type="password"
        label={firstRun.fields.password}
        autoComplete="current-password"
        required
        wrong={wrong('password')}
      />
      {error ? <ProblemLine error={error} what={firstRun.login.failed} /> : null}
      <button type="submit" className="btn go" disabled={busy}>
        {busy ? firstRun.login.busy : firstRun.login.button}
      </button>
    </form>
  );
}
