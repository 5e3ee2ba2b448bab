import '../thread/thread.css';
import { CatchBoundary, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { Broken } from '../app/broken';
import { Composer } from '../composer/composer';
import { useHere } from '../live/here';
import { onReturn, watch } from '../live/link';
import { readTicket } from '../live/read-ticket';
import { Drawer } from '../parts/dialog';
import { Icon } from '../parts/icon';
import { Thread } from '../thread/thread';
import { SidePanel } from '../ticket/side-panel';
import { ThreadHeader } from '../ticket/thread-header';
import { useWords } from '../words';
import { useDetails } from './details';
import { useAddress } from './use-address';
import { useFrame } from './use-frame';
import { useRead } from './use-read';

/** The open ticket: its conversation, and its details where the frame has room for them. */
export function TicketColumn({ ticketId }: { readonly ticketId: string | undefined }) {
  const { inbox } = useWords();
  const frame = useFrame();
  const details = useDetails();
  const asked = ticketId !== undefined && details.shown;
  useRead(ticketId);
  useHere(ticketId);
  useEffect(() => (ticketId === undefined ? undefined : watch({ tickets: [ticketId] })), [ticketId]);
  // It need not be in the list that is read anew.
  useEffect(() => (ticketId === undefined ? undefined : onReturn(() => void readTicket(ticketId))), [ticketId]);
  if (asked && frame === 'phone') return <DetailsPage ticketId={ticketId} />;
  return (
    <>
      <main className="thread" aria-label={inbox.conversation}>
        {ticketId === undefined ? null : (
          <Part of={ticketId}>
            <Head ticketId={ticketId} />
          </Part>
        )}
        <Part of={ticketId}>
          <Thread ticketId={ticketId} />
        </Part>
        {ticketId === undefined ? null : (
          <Part of={ticketId}>
            <Composer ticketId={ticketId} />
          </Part>
        )}
      </main>
      {ticketId !== undefined && frame === 'wide' ? (
        <Part of={ticketId}>
          <SidePanel ticketId={ticketId} />
        </Part>
      ) : null}
      {asked && frame !== 'wide' ? <Sheet ticketId={ticketId} onClose={details.hide} /> : null}
    </>
  );
}

/** What breaks in one part leaves the others standing; the next ticket tries anew. */
function Part({ of, children }: { readonly of: string | undefined; readonly children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => of ?? ''} errorComponent={Broken}>
      {children}
    </CatchBoundary>
  );
}

function Head({ ticketId }: { readonly ticketId: string }) {
  const { view } = useAddress();
  const { show } = useDetails();
  const go = useNavigate();
  const back = () => void go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: undefined }, search: true });
  return <ThreadHeader ticketId={ticketId} onBack={back} onDetails={show} />;
}

/** Over the conversation, which keeps its width. */
function Sheet({ ticketId, onClose }: { readonly ticketId: string; readonly onClose: () => void }) {
  const { inbox, common } = useWords();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={304}
      title={inbox.details}
      closeButtonProps={{ 'aria-label': common.close }}
      classNames={{ content: 'sheet', body: 'sheetbody' }}
    >
      <SidePanel ticketId={ticketId} />
    </Drawer>
  );
}

/** On a phone the details are a page of their own. */
function DetailsPage({ ticketId }: { readonly ticketId: string }) {
  const { inbox, common } = useWords();
  const { hide } = useDetails();
  return (
    <main className="thread" aria-label={inbox.details}>
      <header className="bar">
        <button type="button" className="touch" aria-label={common.back} onClick={hide}>
          <Icon name="back" flips />
        </button>
        <h1>{inbox.details}</h1>
      </header>
      <SidePanel ticketId={ticketId} />
    </main>
  );
}
