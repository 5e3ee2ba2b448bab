import './header.css';
import type { Ticket } from '../api/types';
import { type Frame, useFrame } from '../inbox/use-frame';
import { useTicket } from '../live/tickets';
import { ChannelMark } from '../parts/channel-mark';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { DueLine, DueMark } from './due';
import { IconButton } from './icon-button';
import { TICKET_KEYS } from './keys';
import { MoreMenu } from './more-menu';
import { personName } from './person';
import { RefusedLine } from './refused-line';
import { SnoozeMenu } from './snooze-menu';
import { Strip } from './strip';
import { TransferMenu } from './transfer-menu';
import { useTicketCommands } from './use-ticket-commands';
import { Viewing } from './viewing';

interface Props {
  readonly ticketId: string;
  /** On a phone: back to the list. */
  readonly onBack?: () => void;
  /** Shows contact and ticket where they do not stand beside the thread. */
  readonly onDetails?: () => void;
}

/** Who is spoken with, and what can be done to the ticket. */
export function ThreadHeader(props: Props) {
  const ticket = useTicket(props.ticketId);
  return ticket ? <Header key={ticket.id} {...props} ticket={ticket} /> : <header className="bar threadbar" />;
}

function Header({ ticket, onBack, onDetails }: Props & { readonly ticket: Ticket }) {
  const frame = useFrame();
  useTicketCommands(ticket);
  return (
    <>
      <header className="bar threadbar">
        {onBack && frame === 'phone' ? <Back onBack={onBack} /> : null}
        <Who ticket={ticket} frame={frame} />
        <Viewing ticketId={ticket.id} />
        <Verbs ticket={ticket} frame={frame} />
        {onDetails && frame !== 'wide' ? <Details onDetails={onDetails} /> : null}
        {frame === 'phone' ? null : <MainVerb ticket={ticket} />}
      </header>
      {frame === 'phone' ? <Strip ticket={ticket} /> : null}
      <RefusedLine ticket={ticket} />
    </>
  );
}

function Who({ ticket, frame }: { readonly ticket: Ticket; readonly frame: Frame }) {
  const { common } = useWords();
  const name = personName(ticket, common.noName);
  const phone = frame === 'phone';
  // On a phone the list and its heading are another page.
  const Heading = phone ? 'h1' : 'h2';
  return (
    <>
      {phone ? <Face name={personName(ticket, '')} id={ticket.contact.id} size={36} channel={ticket.channel.kind} /> : null}
      <div className="who grow">
        <div className="row">
          <Heading className="cut" dir="auto" title={name}>
            {name}
          </Heading>
          {phone ? null : <span className="mute nw">#{ticket.number}</span>}
        </div>
        <div className="row sm mute">
          {phone ? null : <ChannelMark kind={ticket.channel.kind} flat />}
          <bdi className="cut">{phone ? onNetwork(ticket, common.networks) : ticket.channel.name}</bdi>
          {phone ? null : frame === 'narrow' ? <DueMark ticket={ticket} /> : <DueLine ticket={ticket} />}
        </div>
      </div>
    </>
  );
}

/** The mark stands on the face: the network is named in words, unless the channel is called so. */
function onNetwork({ channel: { kind, name } }: Ticket, networks: Readonly<Record<string, string>>): string {
  const network = networks[kind];
  return network === undefined || name.startsWith(network) ? name : `${network} · ${name}`;
}

/** The actions as icons; what is not allowed now is absent. */
function Verbs({ ticket, frame }: { readonly ticket: Ticket; readonly frame: Frame }) {
  const { do: verbs } = useWords().ticket;
  const act = useTicketActions(ticket.id);
  const small = frame === 'phone' || frame === 'narrow';
  return (
    <>
      {act.allowed('snooze') ? <SnoozeMenu ticket={ticket} /> : null}
      {act.allowed('in-progress') && !small ? (
        <IconButton icon="setAside" name={verbs.setAside} keys={TICKET_KEYS.setAside} onClick={() => shown(act.setAside())} />
      ) : null}
      {act.allowed('assign') ? <TransferMenu ticket={ticket} hidden={small} /> : null}
      <MoreMenu ticket={ticket} />
    </>
  );
}

/** Take what nobody has, close what is open, reopen what is closed. */
function MainVerb({ ticket }: { readonly ticket: Ticket }) {
  const { do: verbs } = useWords().ticket;
  const act = useTicketActions(ticket.id);
  return (
    <>
      {act.allowed('take') && ticket.assignee === null ? (
        <button type="button" className="btn go" onClick={() => shown(act.take())}>
          {verbs.take}
        </button>
      ) : null}
      {act.allowed('close') ? (
        <button type="button" className="btn" aria-keyshortcuts="Alt+E" onClick={() => shown(act.close())}>
          <Icon name="check" />
          {verbs.close}
        </button>
      ) : null}
      {act.allowed('reopen') ? (
        <button type="button" className="btn" onClick={() => shown(act.reopen())}>
          <Icon name="retry" />
          {verbs.reopen}
        </button>
      ) : null}
    </>
  );
}

function Back({ onBack }: { readonly onBack: () => void }) {
  const { common } = useWords();
  return (
    <button type="button" className="btn quiet icon" data-back aria-label={common.back} onClick={onBack}>
      <Icon name="back" flips />
    </button>
  );
}

function Details({ onDetails }: { readonly onDetails: () => void }) {
  const { label } = useWords().ticket;
  return <IconButton icon="info" name={label} onClick={onDetails} />;
}
