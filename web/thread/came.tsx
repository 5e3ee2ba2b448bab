import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Away } from './rich';
import { safeHref } from './values';

type Context = NonNullable<Message['context']>;

/** What a message came with, above its words: passed on by somebody, from an advertisement, about a product. */
export function Came({ message: { context } }: { readonly message: Message }) {
  const { came } = useWords().thread;
  if (!context) return null;
  const { forwarded, frequentlyForwarded, referral, product, contactRequested, missed } = context;
  return (
    <>
      {frequentlyForwarded || forwarded ? (
        <span className="came sm mute">
          <Icon name="forward" size="xs" flips />
          {frequentlyForwarded ? came.forwardedOften : came.forwarded}
        </span>
      ) : null}
      {referral ? <From referral={referral} /> : null}
      {product ? (
        <span className="came sm mute">
          <Icon name="file" size="xs" />
          {came.about} <bdi>{product.productId ?? product.catalogId}</bdi>
        </span>
      ) : null}
      {missed ? (
        <span className="came sm mute">
          <Icon name="history" size="xs" />
          {came.missed}
        </span>
      ) : null}
      {contactRequested ? <span className="came sm mute">{came.asked}</span> : null}
    </>
  );
}

function From({ referral: { source, title, text, ref, url } }: { readonly referral: NonNullable<Context['referral']> }) {
  const { came } = useWords().thread;
  const href = url === null ? null : safeHref(url);
  const name = title ?? ref;
  return (
    <span className="came sm mute">
      <Icon name="flash" size="xs" />
      <span className="thing">
        <span>
          {came.from[source]}
          {name ? <bdi>{`: ${name}`}</bdi> : null}
        </span>
        {text ? <bdi>{text}</bdi> : null}
        {href === null ? null : <Away href={href}>{href}</Away>}
      </span>
    </span>
  );
}
