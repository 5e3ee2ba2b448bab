import { useWords } from '../../words';

/** The text of a content. */
export function WordsField({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
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
