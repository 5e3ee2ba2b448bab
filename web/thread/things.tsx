import type { ReactNode } from 'react';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useLanguage, useWords } from '../words';
import { fieldsOf, moneyText, paramsOf } from './values';
import { Said } from './words';

type Content = Message['content'];
type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;

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

export function Place({ content: { name, address, latitude, longitude } }: { readonly content: Of<'location'> }) {
  const { contents } = useWords().thread;
  return (
    <Thing icon="place" title={name ?? contents.location}>
      {[address, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`].filter(Boolean).join(' · ')}
    </Thing>
  );
}

export function Cards({ content: { contacts } }: { readonly content: Of<'contacts'> }) {
  const { contents } = useWords().thread;
  return contacts.map(({ name, phones, emails, organisation }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the cards of one message never change places
    <Thing key={index} icon="contacts" title={name ?? phones[0] ?? contents.contacts}>
      {[organisation, ...phones, ...emails].filter(Boolean).join(' · ')}
    </Thing>
  ));
}

export function Order({ content: { text, items } }: { readonly content: Of<'order'> }) {
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

export function Template({ content: { name, language, components } }: { readonly content: Of<'template'> }) {
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

export function Form({ content: { name, data } }: { readonly content: Of<'form_reply'> }) {
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
