import { useState } from 'react';
import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { get } from '../api/ask';
import { Face } from '../parts/face';
import { ProblemLine } from '../parts/problem-line';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { contactAddress, contactName } from './person';
import { Search } from './search';
import { useContacts } from './use-contacts';

const SHOWN = 8;

interface Props {
  readonly contactId: string;
  readonly onChoose: (other: ContactDetailJson) => void;
}

/** Looks for the other of the two. */
export function ChooseOther({ contactId, onChoose }: Props) {
  const { contacts, common } = useWords();
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
        {people.map((person) => {
          const name = contactName(person, common.noName);
          return (
            <li key={person.id}>
              <button type="button" className="row" onClick={() => choose(person.id)}>
                <Face name={contactName(person, '')} id={person.id} size={28} />
                <span className="grow">
                  <bdi className="cut block" title={name}>
                    {name}
                  </bdi>
                  <bdi className="cut block sm mute">{contactAddress(person)}</bdi>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
