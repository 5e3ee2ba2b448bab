import { type DragEvent, useId, useState } from 'react';
import { Modal } from '../parts/dialog';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { Checked } from './checked';
import { useCheck } from './use-check';
import { useSaid } from './use-said';

/** Whether a file is as the desk made it. Only its hash leaves the computer. */
export function CheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { common, reports } = useWords();
  const { check: words } = reports;
  const said = useSaid();
  const { now, look } = useCheck();
  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        <p className="soft">{words.says}</p>
        <Chooser again={now !== null} onFile={look} />
        <div role="status">
          {now?.state === 'reading' ? <p className="soft">{words.reading(said.percent(now.share))}</p> : null}
          {now?.state === 'asking' ? <p className="soft">{words.asking}</p> : null}
          {now?.state === 'done' ? <Checked file={now.file} sha256={now.sha256} report={now.report} /> : null}
        </div>
        {now?.state === 'failed' ? <ProblemLine error={now.error} what={words.notChecked} /> : null}
        {now?.state === 'unreadable' ? (
          <p className="bannerline bad" role="alert">
            <Icon name="failed" />
            <span>
              <b>{words.notChecked}:</b> {words.unreadable}
            </span>
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

function Chooser({ again, onFile }: { readonly again: boolean; readonly onFile: (file: File) => void }) {
  const { check: words } = useWords().reports;
  const [over, hang] = useState(false);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    hang(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files fall here too; the field within takes them otherwise
    <div
      className={`dropfile ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        hang(true);
      }}
      onDragLeave={() => hang(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="unseen"
        accept=".csv,.xlsx"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
      <label htmlFor={id} className="btn">
        <Icon name="file" />
        {again ? words.another : words.choose}
      </label>
      <span className="mute">{words.drop}</span>
    </div>
  );
}
