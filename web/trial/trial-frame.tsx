import './trial.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Coach } from './coach';
import { Dials } from './dials';
import { Guide } from './guide';
import { Phone } from './phone';
import { progress } from './steps';
import { type Network, trialQuery, usePhone, useTrialTickets } from './trial-data';

/** What a trial adds to the desk for an admin: the guide above it (`top` is its place) and the phone beside it. */
export function TrialFrame({ top }: { readonly top: HTMLElement | null }) {
  const [network, look] = useState<Network>('whatsapp');
  const [open, setOpen] = useState(false);
  const trial = useQuery(trialQuery).data;
  const { setUp } = useWorkspace();
  const phones = [usePhone('whatsapp'), usePhone('instagram')];
  const tickets = useTrialTickets(trial?.channels.map(({ id }) => id) ?? []);
  const { done, now } = progress({
    messages: phones.flatMap((phone) => phone?.messages ?? []),
    tickets,
    hasRealChannel: setUp.hasRealChannel,
  });
  return (
    <>
      {top ? createPortal(<Guide done={done} now={now} openPhone={() => setOpen(true)} />, top) : null}
      <Bench network={network} look={look} open={open} shut={() => setOpen(false)} />
      <Coach step={now} />
    </>
  );
}

interface BenchProps {
  readonly network: Network;
  readonly look: (network: Network) => void;
  /** On narrow screens it comes when it is asked for. */
  readonly open: boolean;
  readonly shut: () => void;
}

function Bench({ network, look, open, shut }: BenchProps) {
  const { trial, common } = useWords();
  return (
    <aside className="bench" aria-label={trial.phone} data-open={open}>
      <div className="row">
        <h2>{trial.phone}</h2>
        <span className="grow" />
        <span className="seg">
          {(['whatsapp', 'instagram'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={one === network ? 'on' : ''}
              aria-pressed={one === network}
              onClick={() => look(one)}
            >
              {trial.networks[one]}
            </button>
          ))}
        </span>
        <button type="button" className="btn quiet icon small shut" aria-label={common.close} onClick={shut}>
          <Icon name="cross" />
        </button>
      </div>
      <Phone network={network} />
      <Dials />
    </aside>
  );
}
