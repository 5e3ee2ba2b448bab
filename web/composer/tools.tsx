import { type RefObject, useState } from 'react';
import { ChooseFiles } from '../files/choose-files';
import { useAttach } from '../files/use-attach';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { canRecordFor } from '../voice/form';
import { useWords } from '../words';
import { Dialogs, type Opened } from './dialogs';
import { DraftState } from './draft-state';
import { EmojiButton } from './emoji-button';
import { insert } from './insert';
import { keepCaret, SendButton } from './send-button';
import type { Writing } from './use-writing';

interface Props {
  readonly writing: Writing;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly reason: string;
}

/** What beside plain words can be said on this channel now. */
export function offered({ mode, standing, channel }: Pick<Writing, 'mode' | 'standing' | 'channel'>): Record<Opened, boolean> {
  const sendable = (type: string) => mode === 'reply' && standing.kind === 'free' && channel?.capabilities.contents.includes(type) === true;
  return { template: sendable('template'), choices: sendable('buttons') || sendable('list') };
}

/** A slash at the caret opens the canned replies, as if it had been typed. */
export function askCanned(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  const before = area.value.slice(0, area.selectionStart);
  insert(area, before === '' || /\s$/.test(before) ? '/' : ' /');
}

/** The tools below the text, and what sends it. */
export function Tools({ writing, area, reason }: Props) {
  const { composer, files } = useWords();
  const { tools } = composer;
  const attach = useAttach(writing);
  const [opened, open] = useState<Opened | null>(null);
  const can = offered(writing);
  const canRecord = canRecordFor(attach.limits) && writing.recording === 'off';
  const add = (words: string) => area.current && insert(area.current, words);
  return (
    <div className="tools">
      <ChooseFiles attach={attach}>{(choose) => <Tool icon="attach" says={files.attach} act={choose} />}</ChooseFiles>
      <EmojiButton onChoose={add} />
      <Tool icon="canned" says={tools.canned} keys="/" act={() => askCanned(area.current)} />
      {can.template ? <Tool icon="template" says={tools.template} act={() => open('template')} /> : null}
      {can.choices ? <Tool icon="choices" says={tools.choices} act={() => open('choices')} /> : null}
      {canRecord ? <Tool icon="voice" says={files.record} act={() => writing.record('on')} /> : null}
      <span className="grow" />
      <DraftState writing={writing} />
      <SendButton writing={writing} reason={reason} />
      <Dialogs writing={writing} opened={opened} onClose={() => open(null)} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly says: string;
  readonly keys?: string;
  readonly act: () => void;
}

const Tool = ({ icon, says, keys, act }: ToolProps) => (
  <button
    type="button"
    className="btn quiet icon small"
    aria-label={says}
    title={keys ? `${says} (${keys})` : says}
    onMouseDown={keepCaret}
    onClick={act}
  >
    <Icon name={icon} />
  </button>
);
