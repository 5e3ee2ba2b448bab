import { useId } from 'react';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { ROWS, ticked } from './scopes';

interface Props {
  readonly scopes: readonly string[];
  readonly wrong: string | undefined;
  readonly onChange: (scopes: readonly string[]) => void;
}

/** What a token may do: a line for each thing, with a box to read it and one to change it. */
export function ScopesField({ scopes, wrong, onChange }: Props) {
  const { tokens: words } = useWords().access;
  const id = useId();
  const all = scopes.includes('*');
  return (
    <fieldset className="radios" aria-describedby={wrong ? id : undefined}>
      <legend className="label">{words.scopesTitle}</legend>
      <label className="radioline">
        <input type="checkbox" checked={all} onChange={(event) => onChange(event.target.checked ? ['*'] : [])} />
        <span>{words.all}</span>
      </label>
      {all ? null : <Grid scopes={scopes} onChange={onChange} />}
      {wrong ? <WrongText id={id} says={wrong} /> : null}
    </fieldset>
  );
}

function Grid({ scopes, onChange }: Omit<Props, 'wrong'>) {
  const { tokens: words } = useWords().access;
  return (
    <ul className="scopes">
      {ROWS.map(({ resource, ways }) => (
        <li key={resource}>
          <span className="grow">{words.resources[resource]}</span>
          {ways.map((way) => {
            const scope = `${resource}:${way}`;
            const what = words.resources[resource];
            return (
              <label key={way} className="radioline">
                <input
                  type="checkbox"
                  aria-label={way === 'read' ? words.readOf(what) : words.writeOf(what)}
                  checked={scopes.includes(scope)}
                  onChange={(event) => onChange(ticked(scopes, scope, event.target.checked))}
                />
                <span aria-hidden="true">{words[way]}</span>
              </label>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
