import { type FormEvent, useState } from 'react';
import { ticketNow } from '../../live/tickets';
import { Modal } from '../../parts/dialog';
import { TagField } from '../../ticket/tag-field';
import { useWords } from '../../words';
import type { Deed } from './run';

interface Props {
  readonly ids: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDo: (deed: Deed) => void;
}

/** A tag that all get, or that is taken from all who have it. */
export function BulkTags(props: Props) {
  const { ticket, common } = useWords();
  return (
    <Modal closeButtonProps={{ 'aria-label': common.close }} opened={props.opened} onClose={props.onClose} title={ticket.tags} size="sm">
      <Tagging {...props} />
    </Modal>
  );
}

function Tagging({ ids, onClose, onDo }: Props) {
  const { ticket, inbox } = useWords();
  const { did, tagAll, untag } = inbox.bulk;
  const [tag, type] = useState('');
  const there = [...new Set(ids.flatMap((id) => ticketNow(id)?.tags ?? []))].slice(0, 30);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = tag.trim();
    if (wanted === '') return;
    onDo({ action: 'update', body: { tagsAdd: [wanted] }, says: (count) => did.tagged(count, wanted) });
    onClose();
  };
  const remove = (gone: string) => {
    onDo({ action: 'update', body: { tagsRemove: [gone] }, says: (count) => did.untagged(count, gone) });
    onClose();
  };
  return (
    <form className="stack" onSubmit={add}>
      <div className="row">
        <TagField label={ticket.addTag} value={tag} onType={type} data-autofocus />
        <button type="submit" className="btn go" disabled={tag.trim() === ''}>
          {tagAll}
        </button>
      </div>
      {there.length > 0 ? (
        <div className="tags">
          <span className="sm mute">{untag}</span>
          {there.map((one) => (
            <button key={one} type="button" className="tag" aria-label={ticket.removeTag(one)} title={one} onClick={() => remove(one)}>
              <bdi className="cut">{one}</bdi>
            </button>
          ))}
        </div>
      ) : null}
    </form>
  );
}
