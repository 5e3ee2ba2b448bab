import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useWorkspace } from '../../api/workspace';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import { tokensQuery } from '../tokens/query';
import type { Filters } from './asked';

interface Props {
  readonly filters: Filters;
  readonly onFilter: (filters: Filters) => void;
}

/** Whose acts, of which kind, and from when to when. */
export function FilterLine({ filters, onFilter }: Props) {
  const { audit: words } = useWords().access;
  const set = (next: Partial<Filters>) => onFilter({ ...filters, ...next });
  return (
    <div className="auditfilters">
      <Labelled label={words.filters.who}>
        {(id) => (
          <SelectBox id={id} value={filters.actor} onChange={(event) => set({ actor: event.target.value })}>
            <option value="">{words.anybody}</option>
            <People />
          </SelectBox>
        )}
      </Labelled>
      <Labelled label={words.filters.what}>
        {(id) => (
          <SelectBox id={id} value={filters.kind} onChange={(event) => set({ kind: event.target.value })}>
            <option value="">{words.anything}</option>
            {Object.entries(words.kinds).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </SelectBox>
        )}
      </Labelled>
      {(['since', 'until'] as const).map((end) => (
        <Labelled key={end} label={words.filters[end]}>
          {(id) => (
            <input id={id} type="date" className="input" value={filters[end]} onChange={(event) => set({ [end]: event.target.value })} />
          )}
        </Labelled>
      ))}
    </div>
  );
}

/** Who may have acted: admins first, and what calls with a token. */
function People() {
  const { agents } = useWorkspace();
  const { data: tokens = [] } = useQuery(tokensQuery);
  const sorted = [...agents].sort((a, b) => Number(b.role === 'admin') - Number(a.role === 'admin'));
  return [...sorted, ...tokens].map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
