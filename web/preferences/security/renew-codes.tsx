import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/ask';
import { useForm } from '../../first-run/use-form';
import { Modal } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { Codes } from './codes';
import { totpKey } from './totp';

/** New recovery codes in place of the former ones, by who has the phone. */
export function RenewCodes({ onClose }: { readonly onClose: () => void }) {
  const { account, common } = useWords();
  const { codes } = account;
  const queries = useQueryClient();
  const [made, keep] = useState<readonly string[] | null>(null);
  const { busy, error, submit, wrong } = useForm(async ({ code }) => {
    const { recoveryCodes } = await ask<{ recoveryCodes: string[] }>('POST', '/me/totp/recovery-codes', { body: { code } });
    void queries.invalidateQueries({ queryKey: totpKey, exact: true });
    keep(recoveryCodes);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!made}
      title={made ? codes.title : codes.renewTitle}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {made ? (
        <Codes codes={made} onDone={onClose} />
      ) : (
        <form className="asking" noValidate onSubmit={(event) => void submit(event)}>
          <p className="soft">{codes.renewSays}</p>
          <Field
            data-autofocus
            name="code"
            label={account.code.label}
            autoComplete="one-time-code"
            maxLength={64}
            required
            dir="ltr"
            wrong={wrong('code')}
          />
          {error ? <ProblemLine error={error} what={codes.notMade} /> : null}
          <div className="row end">
            <button type="button" className="btn" onClick={onClose}>
              {common.cancel}
            </button>
            <button type="submit" className="btn go" disabled={busy}>
              {busy ? common.saving : codes.renew}
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}
