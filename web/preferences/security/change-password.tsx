import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { useWorkspace } from '../../api/workspace';
import { useForm } from '../../first-run/use-form';
import { Modal } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { sessionsKey } from './sessions';

/** Another password, by who knows the present one. */
export function ChangePassword({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { account, common, firstRun } = useWords();
  const { security } = account;
  const { me } = useWorkspace();
  const queries = useQueryClient();
  const { busy, error, submit, wrong } = useForm(async ({ current, next }) => {
    await ask('PUT', '/me/password', { body: { current, next } });
    void queries.invalidateQueries({ queryKey: sessionsKey });
    onDone();
  });
  return (
    <Modal opened onClose={onClose} title={security.change} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" noValidate onSubmit={(event) => void submit(event)}>
        <input type="hidden" name="username" autoComplete="username" value={me.email} readOnly />
        {error ? <ProblemLine error={error} what={security.notChanged} /> : null}
        <Field
          data-autofocus
          name="current"
          type="password"
          label={security.current}
          autoComplete="current-password"
          maxLength={1024}
          required
          wrong={wrong('current')}
        />
        <Field
          name="next"
          type="password"
          label={security.next}
          hint={firstRun.fields.passwordHint}
          autoComplete="new-password"
          minLength={8}
          maxLength={1024}
          required
          wrong={wrong('next')}
        />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" disabled={busy}>
            {busy ? common.saving : security.change}
          </button>
        </div>
      </form>
    </Modal>
  );
}
