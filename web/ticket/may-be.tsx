import { Link } from '@tanstack/react-router';
import { contactName } from '../contacts/person';
import { useDuplicates } from '../contacts/use-duplicates';
import { Icon } from '../parts/icon';
import { useWords } from '../words';

/** Says beside a ticket that its customer may be somebody whom the desk knows; two are told apart on their page. */
export function MayBe({ contactId }: { readonly contactId: string }) {
  const { contacts, common } = useWords();
  const [first, ...others] = useDuplicates(contactId).data ?? [];
  if (!first) return null;
  const name = contactName(first.contact, common.noName);
  return (
    <p className="maybe sm">
      <Icon name="contacts" size="s" />
      <Link className="cut" to="/contacts/{-$contactId}" params={{ contactId }} title={contacts.mayBe(name)}>
        <bdi>{contacts.mayBe(name)}</bdi>
      </Link>
      {others.length > 0 ? <span className="mute nw">{contacts.mayBeMore(others.length)}</span> : null}
    </p>
  );
}
