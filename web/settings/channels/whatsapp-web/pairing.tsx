import type { ChannelLineJson } from '../../../../src/http/schemas/channel-line';
import { Qr } from '../../../preferences/security/qr';
import { useWords } from '../../../words';
import { codeInTwo } from './code-in-two';

/** What the phone is shown, or what is typed there. */
export function Pairing({ line: { qr, pairingCode } }: { readonly line: ChannelLineJson }) {
  const { phone } = useWords().networks;
  const steps = pairingCode ? phone.codeSteps : phone.pictureSteps;
  return (
    <div className="pairing">
      {pairingCode ? (
        <p className="paircode mono" role="status">
          <span className="unseen">{phone.code}</span> {codeInTwo(pairingCode)}
        </p>
      ) : null}
      {qr && !pairingCode ? <Qr text={qr} label={phone.picture} /> : null}
      <ol className="pairsteps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
