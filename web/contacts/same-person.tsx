import './same-person.css';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContactDetailJson } from '../../src/http/schemas/contact';
import { Modal } from '../parts/dialog';
import { ProblemLine } from '../parts/problem-line';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { ChooseOther } from './choose-other';
import { Side } from './side';
import { useSameness } from './use-duplicates';

interface Props {
  readonly contact: ContactDetailJson;
  /** null: to be chosen. */
  readonly other: ContactDetailJson | null;
  readonly onClose: () => void;
}

/** Two contacts side by side: one person, or two. */
export function SamePerson({ contact, other, onClose }: Props) {
  const { contacts, common } = useWords();
  const [chosen, choose] = useState(other);
  return (
    <Modal
      opened
      onClose={onClose}
      size={chosen ? 720 : 480}
      title={chosen ? contacts.same.title : contacts.same.find}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {chosen ? <Two contact={contact} other={chosen} onClose={onClose} /> : <ChooseOther contactId={contact.id} onChoose={choose} />}
    </Modal>
  );
}

function Two({ contact, other, onClose }: Props & { readonly other: ContactDetailJson }) {
  const { same, nowOne } = useWords().contacts;
  const [swapped, swap] = useState(false);
  const [kept, gone] = swapped ? [other, contact] : [contact, other];
  const go = useNavigate();
  const { merge, dismiss } = useSameness();
  const merging = useMutation({
    mutationFn: () => merge(kept.id, gone.id),
    onSuccess: () => {
      onClose();
      toast(nowOne);
      if (swapped && location.pathname.startsWith('/contacts')) void go({ to: '/contacts/{-$contactId}', params: { contactId: kept.id } });
    },
  });
  const parting = useMutation({ mutationFn: () => dismiss(contact.id, other.id), onSuccess: onClose });
  const busy = merging.isPending || parting.isPending;
  return (
    <div className="asking">
      {merging.error ? <ProblemLine error={merging.error} what={same.notMerged} /> : null}
      {parting.error ? <ProblemLine error={parting.error} what={same.notDifferent} /> : null}
      <div className="sides">
        <Side contact={kept} role={same.stays} />
        <Side contact={gone} role={same.joins} />
      </div>
      <p className="soft">{same.says}</p>
      <div className="row end same-acts">
        <button type="button" className="btn quiet" onClick={() => swap(!swapped)}>
          {same.swap}
        </button>
        <span className="grow" />
        <button type="button" className="btn" disabled={busy} onClick={() => parting.mutate()}>
          {same.different}
        </button>
        <button type="button" className="btn go" disabled={busy} onClick={() => merging.mutate()}>
          {same.merge}
        </button>
      </div>
    </div>
  );
}
