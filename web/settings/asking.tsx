import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import './asking.css';

interface Props {
  readonly title: string;
  readonly says: string;
  /** The verb with its noun, on the button. */
  readonly act: string;
  /** The beginning of the sentence that says why it was not done. */
  readonly notDone: string;
  readonly onAct: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asked before what can't be undone. */
export function Asking({ title, says, act, notDone, onAct, onClose }: Props) {
  const { common } = useWords();
  const doing = useMutation({ mutationFn: onAct, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        {doing.error ? <ProblemLine error={doing.error} what={notDone} /> : null}
        <p className="soft">{says}</p>
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
