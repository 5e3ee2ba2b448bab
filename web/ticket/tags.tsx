import { type KeyboardEvent, useState } from 'react';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { TagField } from './tag-field';
import { withTag } from './with-tag';

interface Props {
  readonly tags: readonly string[];
  readonly onChange: (tags: string[]) => void;
}

/** Words that people put on a ticket. Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function Tags({ tags, onChange }: Props) {
  const { ticket: words } = useWords();
  const [typed, type] = useState<string | null>(null);
  const add = () => {
    const next = withTag(tags, typed ?? '');
    if (next.length > tags.length) onChange(next);
    type('');
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Enter' || key === ',') add();
    else if (key === 'Escape') type(null);
    else if (key === 'Backspace' && typed === '' && tags.length > 0) return onChange(tags.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <span className="tags">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <bdi className="cut" title={tag}>
            {tag}
          </bdi>
          <button type="button" aria-label={words.removeTag(tag)} onClick={() => onChange(tags.filter((other) => other !== tag))}>
            <Icon name="cross" size="xs" />
          </button>
        </span>
      ))}
      {typed === null ? (
        <button type="button" className="tag-add" aria-label={words.addTag} title={words.addTag} onClick={() => type('')}>
          <Icon name="plus" size="s" />
        </button>
      ) : (
        <TagField
          autoFocus
          className="tag-field"
          label={words.addTag}
          value={typed}
          onType={type}
          onKeyDown={press}
          onBlur={() => {
            if (typed.trim() !== '') add();
            type(null);
          }}
        />
      )}
    </span>
  );
}
