import type { Content, ListSection } from '../../../src/domain/content';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { ChoiceRows } from './choice-rows';
import { withHeading, withoutSection, withRows, withSection } from './sections';
import { WordsField } from './words-field';

/** As many as WhatsApp shows. */
const MOST = 10;

interface Props {
  readonly content: Extract<Content, { type: 'list' }>;
  readonly onChange: (content: Content) => void;
}

/** A list behind a button: its words, its button, its sections of rows. */
export function ListFields({ content, onChange }: Props) {
  const { bots: words } = useWords();
  const { sections } = content;
  const put = (next: readonly ListSection[]) => onChange({ ...content, sections: next });
  return (
    <>
      <WordsField value={content.text} onChange={(text) => onChange({ ...content, text })} />
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
      {sections.map(({ title, rows }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no name of their own, and every field shows its value
        <fieldset key={at} className="listsection">
          <legend className="unseen">{title || words.section(at + 1)}</legend>
          {sections.length > 1 || title ? (
            <Heading
              title={title ?? ''}
              place={at + 1}
              alone={sections.length === 1}
              onChange={(next) => put(withHeading(sections, at, next))}
              onRemove={() => put(withoutSection(sections, at))}
            />
          ) : null}
          <ChoiceRows
            choices={rows}
            words={{ title: words.row, id: words.rowId, remove: words.removeRow, add: words.addRow }}
            most={100}
            onChange={(next) => put(withRows(sections, at, next))}
          />
        </fieldset>
      ))}
      {sections.length < MOST ? (
        <button type="button" className="btn small start" onClick={() => put(withSection(sections, words.section))}>
          <Icon name="plus" size="s" />
          {words.addSection}
        </button>
      ) : null}
    </>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly place: number;
  /** The only section stays. */
  readonly alone: boolean;
  readonly onChange: (title: string) => void;
  readonly onRemove: () => void;
}

function Heading({ title, place, alone, onChange, onRemove }: HeadingProps) {
  const { bots: words } = useWords();
  return (
    <span className="row">
      <input
        className="input grow"
        dir="auto"
        maxLength={256}
        aria-label={words.sectionTitle(place)}
        placeholder={words.sectionTitle(place)}
        value={title}
        onChange={(event) => onChange(event.target.value)}
      />
      {alone ? null : (
        <button type="button" className="btn quiet icon small" aria-label={words.removeSection(place)} onClick={onRemove}>
          <Icon name="bin" size="s" />
        </button>
      )}
    </span>
  );
}
