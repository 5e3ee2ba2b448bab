import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, get, isProblem } from '../api/ask';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { CodeStep } from './code-step';
import { Forgot } from './forgot';
import { Frame } from './frame';
import { useForm } from './use-form';

export function LoginPage() {
  return (
    <Frame>
      <LogIn />
    </Frame>
  );
}

type Step = { readonly at: 'password' | 'forgot' } | { readonly at: 'code'; readonly known: Readonly<Record<string, string>> };

function LogIn() {
  const { firstRun } = useWords();
  const [step, go] = useState<Step>({ at: 'password' });
  const enter = useEnter();
  const needed = useQuery({ queryKey: ['setup'], queryFn: () => get<{ needed: boolean }>('/setup') }).data?.needed;
  if (needed)
    return (
      <main className="door">
        <h1>{firstRun.login.noAdminTitle}</h1>
        <p className="lead">{firstRun.login.noAdminSays}</p>
      </main>
    );
  if (step.at === 'forgot') return <Forgot onBack={() => go({ at: 'password' })} />;
  if (step.at === 'code')
    return <CodeStep onCode={(fields) => enter({ ...step.known, ...fields })} onBack={() => go({ at: 'password' })} />;
  return (
    <main className="door">
      <h1>{firstRun.login.title}</h1>
      <Form enter={enter} onCodeAsked={(known) => go({ at: 'code', known })} />
      <ForgotLine onForgot={() => go({ at: 'forgot' })} />
    </main>
  );
}

type Enter = (fields: Readonly<Record<string, string>>) => Promise<void>;

function useEnter(): Enter {
  const { to } = useSearch({ from: '/login' });
  const router = useRouter();
  const queries = useQueryClient();
  return async (fields) => {
    await ask('POST', '/session', { body: fields });
    queries.clear();
    router.history.push(to ?? '/');
  };
}

interface FormProps {
  readonly enter: Enter;
  readonly onCodeAsked: (fields: Readonly<Record<string, string>>) => void;
}

function Form({ enter, onCodeAsked }: FormProps) {
  const { firstRun } = useWords();
  const { busy, error, submit, wrong } = useForm((fields) =>
    enter(fields).catch((problem: unknown) => {
      if (!isProblem(problem, 'code_required')) throw problem;
      onCodeAsked(fields);
    }),
  );
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

/** Without a mail server an admin makes the link. */
function ForgotLine({ onForgot }: { readonly onForgot: () => void }) {
  const { forgot } = useWords().account;
  const byMail = useQuery({ queryKey: ['ways'], queryFn: () => get<{ resetByMail: boolean }>('/session/ways') }).data?.resetByMail;
  if (byMail === undefined) return null;
  return byMail ? (
    <button type="button" className="btn quiet otherway" onClick={onForgot}>
      {forgot.link}
    </button>
  ) : (
    <p className="soft otherway">{forgot.noMail}</p>
  );
}
