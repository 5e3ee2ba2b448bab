import { useId } from 'react';
import { useWords } from '../words';

export function BomField({ bom, onChange }: { readonly bom: boolean; readonly onChange: (bom: boolean) => void }) {
  const { make: words } = useWords().reports;
  const id = useId();
  return (
    <label className="radioline">
      <input type="checkbox" checked={bom} aria-describedby={id} onChange={({ target }) => onChange(target.checked)} />
      <span>
        {words.bom}
        <span id={id} className="hint block">
          {words.bomHint}
        </span>
      </span>
    </label>
  );
}
