import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewTotpJson } from '../../../src/http/schemas/account';
import { ask } from '../../api/ask';
import { freshKey } from '../../api/fresh-key';
import { useForm } from '../../first-run/use-form';
import { Modal } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { Codes } from './codes';
import { Qr } from './qr';
import { totpKey } from './totp';

/** Sets the second step up: a secret for the phone, its first code, and then the recovery codes. */
export function SetUpTwoFactor({ onClose }: { readonly onClose: () => void }) {
  const { account, common } = useWords();
  const { setUp, codes } = account;
  const [made, keep] = useState<readonly string[] | null>(null);
  const [once] = useState(freshKey);
  const begun = useQuery({
    queryKey: ['me', 'totp', 'new', once],
    queryFn: () => ask<NewTotpJson>('POST', '/me/totp', { body: {} }),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!made}
      title={made ? codes.title : setUp.title}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {made ? <Codes codes={made} onDone={onClose} /> : null}
      {begun.error ? <ProblemLine error={begun.error} what={setUp.failed} /> : null}
      {!made && begun.data ? <Confirm begun={begun.data} onClose={onClose} onMade={keep} /> : null}
    </Modal>
  );
}

interface ConfirmProps {
  readonly begun: NewTotpJson;
  readonly onClose: () => void;
  readonly onMade: (codes: readonly string[]) => void;
}

function Confirm({ begun: { secret, uri }, onClose, onMade }: ConfirmProps) {
  const { account, common } = useWords();
  const { setUp } = account;
  const queries = useQueryClient();
  const { busy, error, submit, wrong } = useForm(async ({ code }) => {
    const { recoveryCodes } = await ask<{ recoveryCodes: string[] }>('POST', '/me/totp/confirm', { body: { code } });
    void queries.invalidateQueries({ queryKey: totpKey, exact: true });
    onMade(recoveryCodes);
  });
  return (
    <form className="asking" noValidate onSubmit={(event) => void submit(event)}>
      <p className="soft">{setUp.scan}</p>
      <Qr text={uri} label={setUp.qr} />
      <div className="field">
        <span className="label">{setUp.orType}</span>
        <span className="mono totpkey" dir="ltr">
          {secret.match(/.{4}/g)?.join(' ')}
        </span>
      </div>
      <Field
        data-autofocus
        name="code"
        label={setUp.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={16}
        required
        dir="ltr"
        wrong={wrong('code')}
      />
      {error ? <ProblemLine error={error} what={setUp.failed} /> : null}
      <div className="row end">
        <button type="button" className="btn" onClick={onClose}>
          {common.cancel}
        </button>
        <button type="submit" className="btn go" disabled={busy}>
          {busy ? setUp.confirming : setUp.confirm}
        </button>
      </div>
    </form>
  );
}
