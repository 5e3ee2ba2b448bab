import { Field } from '../parts/field';
import { useWords } from '../words';
import { BomField } from './bom-field';
import type { Draft } from './draft';

interface Props {
  readonly draft: Draft;
  /** What it is called by itself. */
  readonly autoName: string;
  readonly onSet: (next: Partial<Draft>) => void;
}

/** What most leave as it is. */
export function MakeMore({ draft, autoName, onSet }: Props) {
  const { make: words } = useWords().reports;
  return (
    <div className="mkmore">
      <Field
        label={words.name}
        dir="auto"
        maxLength={200}
        value={draft.name ?? autoName}
        onChange={({ target }) => onSet({ name: target.value })}
        onBlur={() => draft.name?.trim() === '' && onSet({ name: null })}
      />
      {draft.format === 'csv' ? <BomField bom={draft.bom} onChange={(bom) => onSet({ bom })} /> : null}
    </div>
  );
}
