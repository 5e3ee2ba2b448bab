import { Modal } from '../../parts/dialog';
import { useWords } from '../../words';
import { CopyLine } from '../channels/copy-line';

interface Props {
  readonly name: string;
  readonly token: string;
  readonly onClose: () => void;
}

/** A new token, shown this once. */
export function TokenShown({ name, token, onClose }: Props) {
  const { access, common } = useWords();
  const title = access.tokens.shownTitle(name);
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        <CopyLine label={title} text={token} />
        <p className="soft">{access.tokens.shownSays}</p>
        <div className="row end">
          <button type="button" className="btn go" data-autofocus onClick={onClose}>
            {common.close}
          </button>
        </div>
      </div>
    </Modal>
  );
}
