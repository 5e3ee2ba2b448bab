import { Link } from '@tanstack/react-router';
import type { ContactDetailJson as ContactJson } from '../../src/http/schemas/contact';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { ChannelMark } from '../parts/channel-mark';
import { Face } from '../parts/face';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { BlockedLine, ContactMenu } from './blocking';
import { FieldRows } from './field-rows';
import { InPlace } from './in-place';
import { MayBe } from './may-be';
import { addressText, personName, phoneText } from './person';
import { useChangeContact, useContact, useNameContact } from './use-contact';

/** The customer: their name, how the network reaches them, and where else they write. */
export function ContactSection({ ticket }: { readonly ticket: Ticket }) {
  const { ticket: words, common } = useWords();
  const { data: contact } = useContact(ticket.contact.id);
  const naming = useNameContact(ticket);
  const name = personName(ticket, common.noName);
  return (
    <section className="sec">
      <div className="row contact">
        <Face name={personName(ticket, '')} id={ticket.contact.id} size={44} />
        <div className="grow">
          <InPlace
            value={ticket.contact.name ?? ''}
            label={words.name}
            empty={name}
            max={128}
            className="name"
            onSave={(next) => naming.mutate(next)}
          />
          <Link className="sm about-link" to="/contacts/{-$contactId}" params={{ contactId: ticket.contact.id }}>
            {words.contact}
          </Link>
        </div>
        {contact ? <ContactMenu contact={contact} name={name} /> : null}
      </div>
      {contact?.blocked ? <BlockedLine contact={contact} ticketId={ticket.id} /> : null}
      {contact ? <MayBe contactId={contact.id} /> : null}
      {naming.isError ? <ProblemLine error={naming.error} what={common.problems.notSaved} /> : null}
      <Addresses ticket={ticket} contact={contact} />
    </section>
  );
}

function Addresses({ ticket, contact }: { readonly ticket: Ticket; readonly contact: ContactJson | undefined }) {
  const { ticket: words, common } = useWords();
  const address = addressText(ticket);
  const username = contact?.username ? `@${contact.username}` : null;
  const phone = contact?.phone ? phoneText(contact.phone) : null;
  const network = common.networks[ticket.channel.kind] ?? ticket.channel.name;
  const rows = [
    [network, address],
    [words.phone, phone === address ? null : phone],
    [words.username, username === address ? null : username],
  ] as const;
  const change = useChangeContact(ticket.contact.id);
  const others = contact?.chats.filter(({ chatId }) => chatId !== ticket.chatId) ?? [];
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>
              <bdi className="cut" title={value}>
                {value}
              </bdi>
            </dd>
          </div>
        ),
      )}
      {contact ? (
        <FieldRows of="contact" values={contact.fields} onSave={(key, value) => change('PATCH', '', { fields: { [key]: value } })} />
      ) : null}
      {others.length > 0 ? (
        <div className="fact">
          <dt>{words.otherChats}</dt>
          <dd className="wraps">
            {others.map(({ chatId, channelId }) => (
              <Elsewhere key={chatId} channelId={channelId} />
            ))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Elsewhere({ channelId }: { readonly channelId: string }) {
  const channel = useWorkspace().channels.find(({ id }) => id === channelId);
  if (!channel) return null;
  return (
    <span className="row nw">
      <ChannelMark kind={channel.kind} flat />
      <bdi className="cut">{channel.name}</bdi>
    </span>
  );
}
