import { useQuery } from '@tanstack/react-query';
import { Field } from '../../parts/field';
import { useWords } from '../../words';
import { fieldsQuery } from '../fields/query';
import type { When } from './form';
import { ListField } from './list-field';
import { Select } from './when-fields';

type Contact = NonNullable<When['contact']>;

/** Who the customer must be. */
export function ContactFields({ contact, onChange }: { readonly contact: Contact; readonly onChange: (contact: Contact) => void }) {
  const { rules: words } = useWords().teams;
  const { data: fields = [] } = useQuery(fieldsQuery);
  const set = (change: Partial<Contact>) => onChange({ ...contact, ...change });
  const known = contact.known === undefined ? '' : String(contact.known);
  const choices = [
    { value: '', name: words.anyContact },
    { value: 'true', name: words.known },
    { value: 'false', name: words.unknown },
  ];
  const own = [
    { value: '', name: words.noField },
    ...fields.filter(({ of }) => of === 'contact').map(({ key, name }) => ({ value: key, name })),
  ];
  return (
    <>
      <Select
        label={words.contact}
        value={known}
        choices={choices}
        onChange={(value) => set({ known: value === '' ? undefined : value === 'true' })}
      />
      <ListField label={words.phones} hint={words.phonesHint} values={contact.phones} onChange={(phones) => set({ phones })} />
      {own.length > 1 ? (
        <Select
          label={words.field}
          value={contact.field?.key ?? ''}
          choices={own}
          onChange={(key) => set({ field: key === '' ? undefined : { key, value: contact.field?.value ?? '' } })}
        />
      ) : null}
      {contact.field ? (
        <Field
          label={words.fieldValue}
          dir="auto"
          maxLength={1024}
          value={contact.field.value}
          onChange={(event) => set({ field: { key: contact.field?.key ?? '', value: event.target.value } })}
        />
      ) : null}
    </>
  );
}
