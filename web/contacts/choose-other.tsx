import { useState } from 'react';
import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { get } from '../api/ask';
import { ProblemLine } from '../parts/problem-line';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { contactAddress } from './person';
import { PersonLine } from './person-line';
import { Search } from './search';
import { useContacts } from './use-contacts';

const SHOWN = 8;

interface Props {
  readonly contactId: string;
  readonly onChoose: (other: ContactDetailJson) => void;
}

/** Looks for the other of the two. */
export function ChooseOther({ contactId, onChoose }: Props) {
  const { contacts } = useWords();
  const [q, look] = useState('');
  const { data, error } = useContacts(q || undefined);
  const people = (data?.pages.flatMap((page) => page.data) ?? []).filter(({ id }) => id !== contactId).slice(0, SHOWN);
  const choose = (id: string) =>
    void get<ContactDetailJson>(`/contacts/${id}`)
      .then(onChoose)
      .catch(() => toast(contacts.notLoadedOne));
  return (
    <div className="asking">
      <Search q={q} onLook={look} />
      {error ? <ProblemLine error={error} what={contacts.notLoaded} /> : null}
      {data && people.length === 0 ? <p className="mute">{contacts.same.nobody}</p> : null}
      <ul className="others">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="row" onClick={() => choose(person.id)}>
              <PersonLine person={person} size={28}>
                <bdi className="cut block sm mute">{contactAddress(person)}</bdi>
              </PersonLine>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
