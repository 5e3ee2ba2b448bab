import type { ContactJson } from '../../src/http/schemas/contact';
import { useWorkspace } from '../api/workspace';
import { ChannelMark } from '../parts/channel-mark';
import { useMinute } from '../parts/now';
import { FieldRows } from '../ticket/field-rows';
import { phoneText } from '../ticket/person';
import { useChangeContact } from '../ticket/use-contact';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import type { waysTo } from './person';

interface Props {
  readonly contact: ContactJson;
  readonly ways: ReturnType<typeof waysTo>;
  /** The rank of its heading. */
  readonly below: 'h2' | 'h3';
}

/** On which channels they write and as whom, and what else is known of them. */
export function Ways({ contact, ways, below: Heading }: Props) {
  const { contacts, common } = useWords();
  const times = useTimes();
  const now = useMinute();
  const { fields } = useWorkspace();
  const change = useChangeContact(contact.id);
  const said = new Set(ways.map(({ address }) => address));
  const facts = [
    [contacts.phone, contact.phone && phoneText(contact.phone)],
    [contacts.username, contact.username && `@${contact.username}`],
    [contacts.phonebook, contact.phonebookName !== contact.name && contact.phonebookName],
    [contacts.profile, contact.profileName],
    [contacts.since, times.date(contact.createdAt, now)],
  ] as const;
  return (
    <section className="card">
      <div className="h">
        <Heading>{contacts.ways}</Heading>
      </div>
      <ul className="ways">
        {ways.map(({ chatId, channel, address }) => (
          <li key={chatId} className="row">
            <ChannelMark kind={channel.kind} flat />
            <span className="grow">
              <bdi className="cut block" title={channel.name}>
                {channel.name}
              </bdi>
              {common.networks[channel.kind] === channel.name ? null : (
                <span className="sm mute">{common.networks[channel.kind] ?? channel.kind}</span>
              )}
            </span>
            {address ? <bdi className="nw">{address}</bdi> : null}
          </li>
        ))}
      </ul>
      <dl className="personfacts">
        {facts.map(([name, value]) =>
          value && !said.has(value) ? (
            <div key={name}>
              <dt className="mute">{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {fields.some((field) => field.of === 'contact') ? (
        <dl className="facts ownfacts">
          <FieldRows of="contact" values={contact.fields} onSave={(key, value) => change('PATCH', '', { fields: { [key]: value } })} />
        </dl>
      ) : null}
    </section>
  );
}
