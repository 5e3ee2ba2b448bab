import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TotpJson } from '../../../src/http/schemas/account';
import { get } from '../../api/ask';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { toast } from '../../parts/toast';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { Row } from '../row';
import { ChangePassword } from './change-password';
import { EndTwoFactor } from './end-two-factor';
import { RenewCodes } from './renew-codes';
import './security.css';
import { Sessions } from './sessions';
import { SetUpTwoFactor } from './set-up';
import { totpKey } from './totp';

type Open = 'password' | 'setUp' | 'renew' | 'end';

/** How one person signs in, and where they have. */
export function Security() {
  const { security } = useWords().account;
  const [open, show] = useState<Open | null>(null);
  const close = () => show(null);
  return (
    <section className="card">
      <h2>{security.title}</h2>
      <Row id="pref-password" label={security.password} hint={security.passwordHint}>
        <button type="button" className="btn" onClick={() => show('password')}>
          {security.change}
        </button>
      </Row>
      <TwoFactor onOpen={show} />
      <Sessions />
      {open === 'password' ? (
        <ChangePassword
          onClose={close}
          onDone={() => {
            close();
            toast(security.changed);
          }}
        />
      ) : null}
      {open === 'setUp' ? <SetUpTwoFactor onClose={close} /> : null}
      {open === 'renew' ? <RenewCodes onClose={close} /> : null}
      {open === 'end' ? <EndTwoFactor onClose={close} /> : null}
    </section>
  );
}

function TwoFactor({ onOpen }: { readonly onOpen: (what: Open) => void }) {
  const { security } = useWords().account;
  const times = useTimes();
  const now = useMinute();
  const { data, error } = useQuery({ queryKey: totpKey, queryFn: ({ signal }) => get<TotpJson>('/me/totp', signal) });
  return (
    <Row id="pref-totp" label={security.twoFactor} hint={security.twoFactorHint}>
      {error ? <ProblemLine error={error} what={security.notRead} /> : null}
      {data?.on === false ? (
        <>
          <span className="soft">{security.off}</span>
          <button type="button" className="btn" onClick={() => onOpen('setUp')}>
            {security.setUp}
          </button>
        </>
      ) : null}
      {data?.on ? (
        <>
          <span className="totpon">
            {security.onSince(times.date(data.since ?? 0, now))}
            <span className={`sm block ${data.recoveryCodesLeft > 2 ? 'mute' : 'warnword'}`}>{security.left(data.recoveryCodesLeft)}</span>
          </span>
          <button type="button" className="btn" onClick={() => onOpen('renew')}>
            {security.newCodes}
          </button>
          <button type="button" className="btn" onClick={() => onOpen('end')}>
            {security.switchOff}
          </button>
        </>
      ) : null}
    </Row>
  );
}
