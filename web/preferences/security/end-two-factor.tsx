import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { useForm } from '../../first-run/use-form';
import { Modal } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { totpKey } from './totp';

/** Switches the second step off, by who knows the password. */
export function EndTwoFactor({ onClose }: { readonly onClose: () => void }) {
  const { account, common } = useWords();
  const { end } = account;
  const queries = useQueryClient();
  const { busy, error, submit, wrong } = useForm(async ({ password }) => {
    await ask('DELETE', '/me/totp', { body: { password } });
    await queries.invalidateQueries({ queryKey: totpKey, exact: true });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={end.title} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" noValidate onSubmit={(event) => void submit(event)}>
        <p className="soft">{end.says}</p>
        <Field
          data-autofocus
          name="password"
          type="password"
          label={end.password}
          autoComplete="current-password"
          maxLength={1024}
          required
          wrong={wrong('password')}
        />
        {error ? <ProblemLine error={error} what={end.notDone} /> : null}
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn bad" disabled={busy}>
            {end.act}
          </button>
        </div>
      </form>
    </Modal>
  );
}
