import { useMutation } from '@tanstack/react-query';
import { useWords } from '../words';
import { Modal } from './dialog';
import { ProblemLine } from './problem-line';

interface Props {
  readonly title: string;
  /** What becomes of it, in one or more paragraphs. */
  readonly says: readonly string[];
  /** The verb with its noun, on the button. */
  readonly act: string;
  /** The beginning of the sentence that says why it was not done. */
  readonly notDone: string;
  readonly onAct: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asked before what can't be undone. It stays open until it is done, or is given up. */
export function AskDialog({ title, says, act, notDone, onAct, onClose }: Props) {
  const { common } = useWords();
  const doing = useMutation({ mutationFn: onAct, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        {doing.error ? <ProblemLine error={doing.error} what={notDone} /> : null}
        {says.map((sentence) => (
          <p key={sentence} className="soft">
            {sentence}
          </p>
        ))}
        <div className="row end">
          <button type="button" className="btn" data-autofocus onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" className="btn bad" disabled={doing.isPending} onClick={() => doing.mutate()}>
            {act}
          </button>
        </div>
      </div>
    </Modal>
  );
}
