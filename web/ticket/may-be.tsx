import { Link } from '@tanstack/react-router';
import { contactName } from '../contacts/person';
import { useDuplicates } from '../contacts/use-duplicates';
import { Icon } from '../parts/icon';
import { useWords } from '../words';

/** Says beside a ticket that its customer may be somebody whom the desk knows; two are told apart on their page. */
export function MayBe({ contactId }: { readonly contactId: string }) {
  const { ticket: words, common } = useWords();
  const [first, ...others] = useDuplicates(contactId).data ?? [];
  if (!first) return null;
  const name = contactName(first.contact, common.noName);
  return (
    <p className="maybe sm">
      <Icon name="contacts" size="s" />
      <Link className="cut" to="/contacts/{-$contactId}" params={{ contactId }} title={words.mayBe(name)}>
        <bdi>{words.mayBe(name)}</bdi>
      </Link>
      {others.length > 0 ? <span className="mute nw">{words.mayBeMore(others.length)}</span> : null}
    </p>
  );
}
