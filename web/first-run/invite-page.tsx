import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LookJson } from '../../src/http/schemas/account';
import { ask, isProblem } from '../api/ask';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { CodeField } from './code-step';
import { Frame } from './frame';
import { takeToken } from './token';
import { useForm } from './use-form';

/** Where a link leads by which somebody chooses a password: the first one, or a new one. */
export function InvitePage() {
  const [token] = useState(takeToken);
  return <Frame>{token ? <Choose token={token} /> : <NoToken />}</Frame>;
}

function NoToken() {
  const { link } = useWords().account;
  return (
    <main className="door">
      <h1>{link.goneTitle}</h1>
      <p className="lead">{link.noToken}</p>
    </main>
  );
}

function Choose({ token }: { readonly token: string }) {
  const { account, firstRun } = useWords();
  const { link } = account;
  const [gone, end] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['link', token],
    queryFn: () => ask<LookJson>('POST', '/invites/look', { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (gone || isProblem(error, 'gone'))
    return (
      <main className="door">
        <h1>{link.goneTitle}</h1>
        <p className="lead">{link.goneSays}</p>
        <Link className="btn go" to="/login">
          {firstRun.login.button}
        </Link>
      </main>
    );
  if (!data) return <main className="door">{error ? <ProblemLine error={error} what={link.notRead} /> : null}</main>;
  const { kind, name, email } = data;
  return (
    <main className="door">
      <h1>
        <bdi>{kind === 'invite' ? link.inviteTitle(name) : link.resetTitle}</bdi>
      </h1>
      <p className="lead">{kind === 'invite' ? link.inviteSays(email) : link.resetSays(email)}</p>
      <Form token={token} look={data} onGone={() => end(true)} />
    </main>
  );
}

interface FormProps {
  readonly token: string;
  readonly look: LookJson;
  readonly onGone: () => void;
}

function Form({ token, look: { kind, name, email, code }, onGone }: FormProps) {
  const { account, firstRun } = useWords();
  const { link } = account;
  const go = useNavigate();
  const queries = useQueryClient();
  const { busy, error, submit, wrong } = useForm(async ({ email: _, ...fields }) => {
    try {
      await ask('POST', '/invites/redeem', { body: { token, ...fields } });
    } catch (problem) {
      if (!isProblem(problem, 'gone')) throw problem;
      return onGone();
    }
    queries.clear();
    await go({ to: '/' });
  });
  const codeWrong = isProblem(error, 'code_wrong') ? account.code.wrong : undefined;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      {kind === 'invite' ? (
        <Field
          name="name"
          label={link.name}
          defaultValue={name}
          autoComplete="name"
          maxLength={128}
          required
          dir="auto"
          wrong={wrong('name')}
        />
      ) : null}
      <Field
        name="password"
        type="password"
        label={link.password}
        hint={firstRun.fields.passwordHint}
        autoComplete="new-password"
        minLength={8}
        maxLength={1024}
        required
        wrong={wrong('password')}
      />
      {code ? <CodeField autoFocus={false} wrong={codeWrong ?? wrong('code')} /> : null}
      {error && !codeWrong ? <ProblemLine error={error} what={link.failed} /> : null}
      <button type="submit" className="btn go" disabled={busy}>
        {busy ? link.busy : link.button}
      </button>
    </form>
  );
}
