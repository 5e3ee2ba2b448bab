import type { Content } from '../../../src/domain/content';
import { useWords } from '../../words';
import { ChoiceRows } from './choice-rows';
import { ListFields } from './list-fields';
import { WordsField } from './words-field';

interface Props<Of extends Content = Content> {
  readonly content: Of;
  readonly onChange: (content: Content) => void;
}

/** The fields of one content. */
export function ContentFields({ content, onChange }: Props) {
  if (content.type === 'text') return <WordsField value={content.text} onChange={(text) => onChange({ ...content, text })} />;
  if (content.type === 'buttons') return <ButtonsFields content={content} onChange={onChange} />;
  if (content.type === 'list') return <ListFields content={content} onChange={onChange} />;
  return <p dir="auto">{content.type === 'location' ? [content.name, content.address].filter(Boolean).join(', ') : null}</p>;
}

function ButtonsFields({ content, onChange }: Props<Extract<Content, { type: 'buttons' }>>) {
  const { bots: words } = useWords();
  return (
    <>
      <WordsField value={content.text} onChange={(text) => onChange({ ...content, text })} />
      <ChoiceRows
        choices={content.buttons}
        words={{ title: words.buttonTitle, id: words.buttonId, remove: words.removeButton, add: words.addButton }}
        most={20}
        onChange={(buttons) => onChange({ ...content, buttons })}
      />
    </>
  );
}
