import type { ReactNode } from 'react';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useLanguage, useWords } from '../words';
import { useAround } from './context';
import { Away, Rich } from './rich';
import { fieldsOf, fileSize, moneyText, paramsOf, safeHref } from './values';

type Content = Message['content'];
type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;
type Media = Extract<Content, { mime: string }>;

const useMarks = (): boolean => useAround().ticket.channel.kind.startsWith('whatsapp');

/** Words by the network's rules. */
export function Said({ text }: { readonly text: string }) {
  const marks = useMarks();
  return text === '' ? null : <Rich text={text} marks={marks} />;
}

interface BoxProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}

/** A thing rather than words: its drawing, its name, and what is known of it. */
function Thing({ icon, title, children }: BoxProps) {
  return (
    <span className="docfile">
      <span className="thumb">
        <Icon name={icon} />
      </span>
      <span className="thing">
        <bdi>{title}</bdi>
        {children ? <span className="sm mute">{children}</span> : null}
      </span>
    </span>
  );
}

// biome-ignore format: a table is read in columns
const MEDIA: Record<Media['type'], IconName> = {
  image: 'picture', video: 'picture', audio: 'voice', voice: 'voice', document: 'file', sticker: 'emoji',
};

function MediaBox({ content }: { readonly content: Media }) {
  const { contents } = useWords().thread;
  const { language } = useLanguage();
  const { type, fileName, bytes, caption } = content;
  const size = fileSize(bytes, language);
  return (
    <>
      <Thing icon={MEDIA[type]} title={fileName ?? contents[type]}>
        {fileName === undefined ? size : [contents[type], size].filter(Boolean).join(', ')}
      </Thing>
      <Said text={caption ?? ''} />
    </>
  );
}

function Place({ content: { name, address, latitude, longitude } }: { readonly content: Of<'location'> }) {
  const { contents } = useWords().thread;
  return (
    <Thing icon="place" title={name ?? contents.location}>
      {[address, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`].filter(Boolean).join(' · ')}
    </Thing>
  );
}

function Cards({ content: { contacts } }: { readonly content: Of<'contacts'> }) {
  const { contents } = useWords().thread;
  return contacts.map(({ name, phones, emails, organisation }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the cards of one message never change places
    <Thing key={index} icon="contacts" title={name ?? phones[0] ?? contents.contacts}>
      {[organisation, ...phones, ...emails].filter(Boolean).join(' · ')}
    </Thing>
  ));
}

function Choices({ id, choices }: { readonly id: string; readonly choices: readonly { readonly id: string; readonly title: string }[] }) {
  const { contents } = useWords().thread;
  const pressed = useAround().chosen.get(id);
  return (
    <ul className="choices">
      {choices.map((choice) => (
        <li key={choice.id} className={pressed?.has(choice.id) ? 'chosen' : undefined}>
          {pressed?.has(choice.id) ? <Icon name="check" size="s" /> : null}
          <bdi>{choice.title}</bdi>
          {pressed?.has(choice.id) ? <span className="unseen">, {contents.chosen}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Order({ content: { text, items } }: { readonly content: Of<'order'> }) {
  const { contents } = useWords().thread;
  const { language } = useLanguage();
  return (
    <>
      <Said text={text} />
      {items.map(({ productId, quantity, price, currency }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of one order never change places
        <Thing key={index} icon="file" title={contents.piece(quantity, productId)}>
          {moneyText(price, currency, language)}
        </Thing>
      ))}
    </>
  );
}

function Template({ content: { name, language, components } }: { readonly content: Of<'template'> }) {
  const { contents } = useWords().thread;
  return (
    <>
      <Thing icon="template" title={contents.template(name)}>
        {language}
      </Thing>
      <Said text={paramsOf(components).join('\n')} />
    </>
  );
}

function Form({ content: { name, data } }: { readonly content: Of<'form_reply'> }) {
  const { contents } = useWords().thread;
  return (
    <>
      <Thing icon="file" title={name ?? contents.form} />
      <dl className="form">
        {fieldsOf(data).map(([field, value]) => (
          <div key={field}>
            <dt className="sm mute">
              <bdi>{field}</bdi>
            </dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Link({ label, url, title }: { readonly label: string; readonly url: string | null; readonly title?: string }) {
  const href = url === null ? null : safeHref(url);
  return (
    <span className="about sm">
      {label}
      {href === null ? null : <Away href={href}>{title ?? href}</Away>}
    </span>
  );
}

interface Props {
  readonly id: string;
  readonly content: Content;
}

/** What a message says, whatever it is. */
export function Contents({ id, content }: Props) {
  const { contents } = useWords().thread;
  switch (content.type) {
    case 'text':
      return <Said text={content.text} />;
    case 'location':
      return <Place content={content} />;
    case 'contacts':
      return <Cards content={content} />;
    case 'buttons':
      return (
        <>
          <Said text={content.text} />
          <Choices id={id} choices={content.buttons} />
        </>
      );
    case 'list':
      return (
        <>
          <Said text={content.text} />
          <Choices id={id} choices={content.sections.flatMap(({ rows }) => rows)} />
        </>
      );
    case 'button_reply':
      return (
        <>
          <Said text={content.title} />
          <span className="sm mute">{contents.chose}</span>
        </>
      );
    case 'form_reply':
      return <Form content={content} />;
    case 'order':
      return <Order content={content} />;
    case 'template':
      return <Template content={content} />;
    case 'share':
      return <Link label={contents.share} url={content.url} {...(content.title ? { title: content.title } : {})} />;
    case 'story_reply':
      return (
        <>
          <Link label={contents.story} url={content.url} />
          <Said text={content.text} />
        </>
      );
    case 'unsupported':
      return <span className="mute">{contents.unsupported(content.kind)}</span>;
    default:
      return <MediaBox content={content} />;
  }
}
