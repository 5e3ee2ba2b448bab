import { useId } from 'react';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { fieldsIn } from './fields';
import type { Webhook } from './queries';

interface Props {
  readonly fields: readonly string[];
  readonly webhook: Webhook | undefined;
}

/** The fields to subscribe: those of which events have come, and what is missed without the others. */
export function FieldsLine({ fields, webhook }: Props) {
  const { paste } = useWords().channels;
  const id = useId();
  const rows = fieldsIn(fields, webhook, paste.without);
  const missing = rows.filter(({ state }) => state === 'missing');
  return (
    <div className="field">
      <span className="label" id={id}>
        {paste.fields}
      </span>
      <ul className="fieldlist" aria-labelledby={id}>
        {rows.map(({ field, state }) => (
          <li key={field} className={`tag ${state}`} title={state === 'seen' ? paste.seen : paste.unseen}>
            {state === 'seen' ? <Icon name="check" size="xs" /> : state === 'missing' ? <Icon name="warning" size="xs" /> : null}
            {field}
            <span className="unseen">{state === 'seen' ? paste.seen : paste.unseen}</span>
          </li>
        ))}
      </ul>
      {missing.map(({ field }) => (
        <span key={field} className="hint">
          <span className="warn-t">
            {paste.missingSays} <bdi className="mono">{field}</bdi>.
          </span>{' '}
          {paste.missingHow} {paste.without[field]}
        </span>
      ))}
    </div>
  );
}
