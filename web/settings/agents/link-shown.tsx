import { Modal } from '../../parts/dialog';
import { useMinute } from '../../parts/now';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { CopyLine } from '../channels/copy-line';

interface Props {
  readonly name: string;
  readonly url: string;
  readonly expiresAt: string;
  readonly onClose: () => void;
}

/** A link to hand over, shown this once. */
export function LinkShown({ name, url, expiresAt, onClose }: Props) {
  const { account, common } = useWords();
  const { people } = account;
  const times = useTimes();
  const now = useMinute();
  const title = people.linkFor(name);
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        <CopyLine label={title} text={url} />
        <p className="soft">{people.handOver(times.moment(expiresAt, now))}</p>
        <div className="row end">
          <button type="button" className="btn go" data-autofocus onClick={onClose}>
            {common.close}
          </button>
        </div>
      </div>
    </Modal>
  );
}
