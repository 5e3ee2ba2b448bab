import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { useWorkspace } from '../api/workspace';
import { ChannelMark } from '../parts/channel-mark';
import { Face } from '../parts/face';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { aliasText, contactName } from './person';

interface Props {
  readonly contact: ContactDetailJson;
  /** What becomes of them. */
  readonly role: string;
}

/** One of two contacts: what tells whether they are the other one too. */
export function Side({ contact, role }: Props) {
  const { contacts, common } = useWords();
  const { channels, fields } = useWorkspace();
  const times = useTimes();
  const now = useMinute();
  const name = contactName(contact, common.noName);
  const own = fields.filter(({ of, key }) => of === 'contact' && contact.fields[key] !== undefined);
  return (
    <section className="side-of-two" aria-label={name}>
      <p className="sm mute">{role}</p>
      <p className="row">
        <Face name={contactName(contact, '')} id={contact.id} size={28} />
        <bdi className="cut grow" title={name}>
          <b>{name}</b>
        </bdi>
      </p>
      {contact.blocked ? <p className="sm">{contacts.same.blocked}</p> : null}
      <ul>
        {contact.aliases
          .filter(({ until }) => until === null)
          .map((alias) => (
            <li key={`${alias.channelId} ${alias.kind} ${alias.value}`} className="row">
              <ChannelMark kind={channels.find(({ id }) => id === alias.channelId)?.kind ?? ''} flat />
              <bdi className="cut grow" title={aliasText(alias)}>
                {aliasText(alias)}
              </bdi>
            </li>
          ))}
      </ul>
      <p className="sm mute">
        {contacts.since} {times.date(contact.createdAt, now)}
      </p>
      {own.map(({ key, name: field }) => (
        <p key={key} className="sm wrapped">
          <bdi className="mute">{field}</bdi> <bdi>{String(contact.fields[key])}</bdi>
        </p>
      ))}
    </section>
  );
}
