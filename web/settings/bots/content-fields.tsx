import type { Content } from '../../../src/domain/content';
import { useWords } from '../../words';
import { ChoiceRows } from './choice-rows';

interface Props<Of extends Content = Content> {
  readonly content: Of;
  readonly onChange: (content: Content) => void;
}

/** The fields of one content. */
export function ContentFields({ content, onChange }: Props) {
  if (content.type === 'text') return <Words value={content.text} onChange={(text) => onChange({ ...content, text })} />;
  if (content.type === 'buttons') return <ButtonsFields content={content} onChange={onChange} />;
  if (content.type === 'list') return <ListFields content={content} onChange={onChange} />;
  return <p dir="auto">{content.type === 'location' ? [content.name, content.address].filter(Boolean).join(', ') : null}</p>;
}

function Words({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { bots: words } = useWords();
  return (
    <textarea
      className="input area"
      dir="auto"
      rows={2}
      maxLength={4096}
      aria-label={words.text}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ButtonsFields({ content, onChange }: Props<Extract<Content, { type: 'buttons' }>>) {
  const { bots: words } = useWords();
  return (
    <>
      <Words value={content.text} onChange={(text) => onChange({ ...content, text })} />
      <ChoiceRows
        choices={content.buttons}
        words={{ title: words.buttonTitle, id: words.buttonId, remove: words.removeButton, add: words.addButton }}
        most={20}
        onChange={(buttons) => onChange({ ...content, buttons })}
      />
    </>
  );
}

function ListFields({ content, onChange }: Props<Extract<Content, { type: 'list' }>>) {
  const { bots: words } = useWords();
  const { sections } = content;
  return (
    <>
      <Words value={content.text} onChange={(text) => onChange({ ...content, text })} />
      <label className="field">
        <span className="hint">{words.opens}</span>
        <input
          className="input"
          dir="auto"
          maxLength={256}
          value={content.button}
          onChange={(event) => onChange({ ...content, button: event.target.value })}
        />
      </label>
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no name of their own
        <div key={at}>
          {sections.length > 1 ? <p className="hint">{section.title ?? words.section(at + 1)}</p> : null}
          <ChoiceRows
            choices={section.rows}
            words={{ title: words.row, id: words.rowId, remove: words.removeRow, add: words.addRow }}
            most={100}
            onChange={(rows) =>
              onChange({ ...content, sections: sections.map((former, place) => (place === at ? { ...former, rows } : former)) })
            }
          />
        </div>
      ))}
    </>
  );
}
