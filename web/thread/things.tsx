import type { ReactNode } from 'react';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { toast } from '../parts/toast';
import { useLanguage, useWords } from '../words';
import { fieldsOf, moneyText, paramsOf, totalOf } from './values';
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
  const { thread, common } = useWords();
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const copy = () => void navigator.clipboard.writeText(where).then(() => toast(common.copied));
  return (
    <span className="placed">
      <Thing icon="place" title={name ?? thread.contents.location}>
        {address ? <bdi className="line">{address}</bdi> : null}
        <span className="line num">
          <bdi dir="ltr">{where}</bdi>
        </span>
      </Thing>
      {/* Browsers keep the clipboard from pages without TLS. */}
      {navigator.clipboard === undefined ? null : (
        <button
          type="button"
          className="btn quiet icon small"
          aria-label={thread.contents.copyPlace}
          title={thread.contents.copyPlace}
          onClick={copy}
        >
          <Icon name="copy" size="s" />
        </button>
      )}
    </span>
  );
}

export function Cards({ content: { contacts } }: { readonly content: Of<'contacts'> }) {
  const { contents } = useWords().thread;
  return contacts.map(({ name, phones, emails, organisation }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the cards of one message never change places
    <Thing key={index} icon="contacts" title={name ?? phones[0] ?? contents.contacts}>
      {[organisation, ...phones, ...emails].filter(Boolean).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one card never change places
        <bdi key={at} className="line">
          {line}
        </bdi>
      ))}
    </Thing>
  ));
}

export function Order({ content: { text, items } }: { readonly content: Of<'order'> }) {
  const { contents } = useWords().thread;
  const { language } = useLanguage();
  const total = totalOf(items);
  return (
    <>
      <Said text={text} />
      {items.map(({ productId, quantity, price, currency }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of one order never change places
        <Thing key={index} icon="file" title={contents.piece(quantity, productId)}>
          {moneyText(price, currency, language)}
        </Thing>
      ))}
      {total ? <span className="sm">{contents.total(moneyText(total.price, total.currency, language))}</span> : null}
    </>
  );
}

/** A template as the customer saw it, when the desk knew it; else its name and what was put into it. */
export function Template({ content: { name, language, components, words, buttons = [] } }: { readonly content: Of<'template'> }) {
  const { contents } = useWords().thread;
  return (
    <>
      <Said text={words ?? paramsOf(components).join('\n')} />
      {buttons.length > 0 ? (
        <ul className="choices">
          {buttons.map((title) => (
            <li key={title}>
              <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <span className="came sm mute">
        <Icon name="template" size="xs" />
        <bdi>{contents.template(name)}</bdi> · {language}
      </span>
    </>
  );
}

export function Form({ content: { name, data } }: { readonly content: Of<'form_reply'> }) {
  const { contents } = useWords().thread;
  const forms: Readonly<Record<string, string>> = contents.forms;
  return (
    <>
      <Thing icon="file" title={forms[name ?? ''] ?? contents.form} />
      {typeof data === 'string' || typeof data === 'number' ? <Said text={String(data)} /> : null}
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
