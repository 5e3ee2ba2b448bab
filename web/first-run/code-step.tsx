import { isProblem } from '../api/ask';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useForm } from './use-form';

interface Props {
  readonly onCode: (fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly onBack: () => void;
}

/** The second step of signing in. */
export function CodeStep({ onCode, onBack }: Props) {
  const { account, firstRun } = useWords();
  const { busy, error, submit, wrong } = useForm(onCode);
  return (
    <main className="door">
      <h1>{account.code.title}</h1>
      <p className="lead">{account.code.says}</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <CodeField wrong={isProblem(error, 'code_wrong') ? account.code.wrong : wrong('code')} />
        {error && !isProblem(error, 'code_wrong') ? <ProblemLine error={error} what={firstRun.login.failed} /> : null}
        <button type="submit" className="btn go" disabled={busy}>
          {busy ? firstRun.login.busy : firstRun.login.button}
        </button>
      </form>
      <button type="button" className="btn quiet otherway" onClick={onBack}>
        {account.code.back}
      </button>
    </main>
  );
}

/** A code of the app, or one for the day without it. */
export function CodeField({ wrong, autoFocus = true }: { readonly wrong: string | undefined; readonly autoFocus?: boolean }) {
  const { code } = useWords().account;
  return (
    <Field
      name="code"
      label={code.label}
      hint={code.recovery}
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={64}
      required
      dir="ltr"
      autoFocus={autoFocus}
      wrong={wrong}
    />
  );
}
