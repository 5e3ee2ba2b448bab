import { lazy, Suspense } from 'react';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useAround } from './context';
import { FileBox } from './media/file-box';
import { Said } from './words';

const Rarer = lazy(async () => ({ default: (await import('./rarer')).Rarer }));

type Content = Message['content'];

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
    case 'location':
    case 'contacts':
    case 'form_reply':
    case 'order':
    case 'template':
    case 'share':
    case 'story_reply':
      return (
        <Suspense fallback={<span className="coming" />}>
          <Rarer id={id} content={content} />
        </Suspense>
      );
    case 'unsupported':
      return <span className="mute">{contents.unsupported(content.kind)}</span>;
    default:
      return <FileBox id={id} content={content} />;
  }
}
