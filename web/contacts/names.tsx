import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { useWorkspace } from '../api/workspace';
import { ChannelMark } from '../parts/channel-mark';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { toast } from '../parts/toast';
import { copied } from '../settings/channels/copying';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { aliasText } from './person';

interface Props {
  readonly contact: ContactDetailJson;
  /** The rank of its heading. */
  readonly below: 'h2' | 'h3';
}

/** Every name by which a network knows or knew them. */
export function Names({ contact: { aliases }, below: Heading }: Props) {
  const { contacts } = useWords();
  if (aliases.length === 0) return null;
  return (
    <section className="card">
      <div className="h">
        <Heading>{contacts.names}</Heading>
      </div>
      <ul className="ways">
        {aliases.map((alias) => (
          <Name key={`${alias.channelId} ${alias.kind} ${alias.value} ${alias.until}`} alias={alias} />
        ))}
      </ul>
    </section>
  );
}

function Name({ alias }: { readonly alias: ContactDetailJson['aliases'][number] }) {
  const { contacts } = useWords();
  const { channels } = useWorkspace();
  const times = useTimes();
  const now = useMinute();
  const { kind, channelId, since, until } = alias;
  const text = aliasText(alias);
  const channel = channels.find(({ id }) => id === channelId);
  const held = until === null ? contacts.holds(times.date(since, now)) : contacts.held(times.date(until, now));
  return (
    <li className={until === null ? 'row' : 'row formerly'}>
      {channel ? <ChannelMark kind={channel.kind} flat /> : null}
      <span className="grow">
        <bdi className="cut block" title={text}>
          {text}
        </bdi>
        <span className="sm mute">
          {contacts.kinds[kind]}, {held}
        </span>
      </span>
      <Copy text={text} />
    </li>
  );
}

function Copy({ text }: { readonly text: string }) {
  const { contacts, common } = useWords();
  return (
    <button
      type="button"
      className="btn quiet icon small"
      aria-label={contacts.copy(text)}
      title={contacts.copy(text)}
      onClick={() => void copied(text).then((done) => done && toast(common.copied))}
    >
      <Icon name="copy" size="s" />
    </button>
  );
}
