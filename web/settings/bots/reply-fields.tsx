import type { Content } from '../../../src/domain/content';
import { Icon } from '../../parts/icon';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { ContentFields } from './content-fields';
import { hasBlank, type Reply } from './form';
import { useWrong } from './wrongs';

interface Props {
  /** Where the reply stands in the body. */
  readonly path: string;
  readonly label: string;
  /** What is so without any content. */
  readonly empty: string;
  readonly reply: Reply;
  readonly onChange: (reply: Reply) => void;
}

const MOST = 10;

/** What the bot says, in order: texts, buttons, lists. Contents that can't be edited here are named and stay. */
export function ReplyFields({ path, label, empty, reply, onChange }: Props) {
  const put = (at: number, content: Content) => onChange(reply.map((former, place) => (place === at ? content : former)));
  return (
    <fieldset className="reply">
      <legend className="unseen">{label}</legend>
      {reply.length === 0 ? <p className="hint">{empty}</p> : null}
      {reply.map((content, at) => (
        <OneContent
          // biome-ignore lint/suspicious/noArrayIndexKey: contents have no name of their own, and every field shows its value
          key={at}
          path={`${path}.${at}`}
          content={content}
          onChange={(next) => put(at, next)}
          onRemove={() => onChange(reply.filter((_, place) => place !== at))}
        />
      ))}
      {reply.length < MOST ? <Add onAdd={(content) => onChange([...reply, content])} /> : null}
    </fieldset>
  );
}

interface OneProps {
  readonly path: string;
  readonly content: Content;
  readonly onChange: (content: Content) => void;
  readonly onRemove: () => void;
}

function OneContent({ path, content, onChange, onRemove }: OneProps) {
  const { bots: words, canned } = useWords();
  const kind = words.kinds[content.type] ?? content.type;
  const wrong = useWrong(path);
  return (
    <div className={`one ${wrong ? 'wrong' : ''}`}>
      <div className="row">
        <span className="hint grow">{kind}</span>
        <button type="button" className="btn quiet icon small" aria-label={words.removeContent(kind)} onClick={onRemove}>
          <Icon name="cross" size="s" />
        </button>
      </div>
      <ContentFields content={content} onChange={onChange} />
      {wrong ? <WrongText id={path} says={hasBlank(content) ? canned.required : wrong} /> : null}
    </div>
  );
}

function Add({ onAdd }: { readonly onAdd: (content: Content) => void }) {
  const { bots: words } = useWords();
  const choice = { id: '', title: '' };
  return (
    <div className="row adds">
      <span className="hint">{words.addContent}</span>
      <button type="button" className="btn small" onClick={() => onAdd({ type: 'text', text: '' })}>
        {words.addText}
      </button>
      <button type="button" className="btn small" onClick={() => onAdd({ type: 'buttons', text: '', buttons: [choice] })}>
        {words.addButtons}
      </button>
      <button
        type="button"
        className="btn small"
        onClick={() => onAdd({ type: 'list', text: '', button: words.opensDefault, sections: [{ rows: [choice] }] })}
      >
        {words.addList}
      </button>
    </div>
  );
}
