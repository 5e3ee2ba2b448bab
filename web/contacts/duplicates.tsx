import { lazy, Suspense, useState } from 'react';
import type { ContactDetailJson, DuplicateJson } from '../../src/http/schemas/contact';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { contactName } from './person';
import { PersonLine } from './person-line';
import { signsText } from './signs';
import { useDuplicates } from './use-duplicates';

const SamePerson = lazy(async () => ({ default: (await import('./same-person')).SamePerson }));

interface Props {
  readonly contact: ContactDetailJson;
  /** The rank of its heading. */
  readonly below: 'h2' | 'h3';
}

/** Who may be the same person, and why; nothing when nobody is. */
export function Duplicates({ contact, below: Heading }: Props) {
  const { contacts, common } = useWords();
  const { data = [], error, refetch } = useDuplicates(contact.id);
  const [other, compare] = useState<ContactDetailJson | null>(null);
  if (error)
    return (
      <ProblemLine error={error} what={contacts.mayNotLoaded}>
        <button type="button" className="btn small" onClick={() => void refetch()}>
          {common.problems.again}
        </button>
      </ProblemLine>
    );
  if (data.length === 0) return null;
  return (
    <section className="card">
      <div className="h">
        <Heading>{contacts.may}</Heading>
      </div>
      <p className="mute noticket">{contacts.maySays}</p>
      <ul className="ways">
        {data.map((one) => (
          <Possible key={one.contact.id} duplicate={one} onCompare={() => compare(one.contact)} />
        ))}
      </ul>
      {other ? (
        <Suspense>
          <SamePerson contact={contact} other={other} onClose={() => compare(null)} />
        </Suspense>
      ) : null}
    </section>
  );
}

function Possible({ duplicate: { contact, signs }, onCompare }: { readonly duplicate: DuplicateJson; readonly onCompare: () => void }) {
  const { contacts, common } = useWords();
  const name = contactName(contact, common.noName);
  return (
    <li className="row">
      <PersonLine person={contact} size={28}>
        <span className="sm mute">{signsText(signs, contacts.signs)}</span>
      </PersonLine>
      <button type="button" className="btn small" aria-label={contacts.compareWith(name)} onClick={onCompare}>
        {contacts.compare}
      </button>
    </li>
  );
}
