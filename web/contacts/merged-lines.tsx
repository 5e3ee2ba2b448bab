import { useMutation } from '@tanstack/react-query';
import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { ProblemLine } from '../parts/problem-line';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { contactName } from './person';
import { useSameness } from './use-duplicates';

/** Who was found to be this person, with the way back. */
export function MergedLines({ contact }: { readonly contact: ContactDetailJson }) {
  return contact.merges
    .filter(({ undoneAt }) => undoneAt === null)
    .map((merge) => <MergedLine key={merge.id} contactId={contact.id} merge={merge} />);
}

/** The line goes with its button: whoever pressed it by keys goes on from the name above. */
function focusName(): void {
  const now = document.activeElement;
  if (now === document.body || now?.closest('.mergedline')) document.querySelector<HTMLElement>('.contacthead .inplace')?.focus();
}

interface Props {
  readonly contactId: string;
  readonly merge: ContactDetailJson['merges'][number];
}

function MergedLine({ contactId, merge }: Props) {
  const { contacts, common } = useWords();
  const times = useTimes();
  const now = useMinute();
  const { part } = useSameness();
  const name = contactName(merge.contact, common.noName);
  const parting = useMutation({
    mutationFn: () => part(contactId, merge.id),
    onSuccess: () => {
      toast(contacts.parted(name));
      focusName();
    },
  });
  const date = times.date(merge.at, now);
  return (
    <div className="mergedline" role="note">
      <p className="grow">
        <Icon name="contacts" size="s" /> {merge.by.name ? contacts.mergedBy(name, merge.by.name, date) : contacts.merged(name, date)}
      </p>
      <button type="button" className="btn small" disabled={parting.isPending} onClick={() => parting.mutate()}>
        {contacts.part}
      </button>
      {parting.error ? <ProblemLine error={parting.error} what={contacts.notParted} /> : null}
    </div>
  );
}
