import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../parts/icon';
import { filesIn } from './pasted';
import type { Attach } from './use-attach';

interface Props {
  /** Something within the conversation: files can be dropped anywhere on it. */
  readonly within: RefObject<HTMLElement | null>;
  readonly attach: Attach;
  /** What is said over the conversation while files hang over it: what they are for, or why they can't be dropped. */
  readonly says: string;
}

/** Where files fall to, and what is pasted outside of any text; beside it they fall on nothing, instead of opening in place of the desk. */
export function DropZone({ within, attach: { limits, attach }, says }: Props) {
  const [place, hangOver] = useState<Element | null>(null);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const at = placeOf(event, within);
      if (event.dataTransfer) event.dataTransfer.dropEffect = at && limits ? 'copy' : 'none';
      hangOver(at);
    };
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && hangOver(null);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      hangOver(null);
      if (placeOf(event, within)) attach([...(event.dataTransfer?.files ?? [])]);
    };
    // With the caret in no text, what is pasted goes to the conversation that is open.
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      const isWriting = target instanceof Element && target.closest('input, textarea, [contenteditable], [role=dialog]') !== null;
      if (!isWriting && clipboardData) attach(filesIn(clipboardData));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [within, limits, attach]);
  if (!place) return null;
  return createPortal(
    <div className="dropzone" data-off={limits === null || undefined}>
      <Icon name={limits ? 'attach' : 'lock'} />
      <bdi>{says}</bdi>
    </div>,
    place,
  );
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

function placeOf({ target }: DragEvent, { current }: RefObject<HTMLElement | null>): Element | null {
  const place = current?.closest('.thread') ?? null;
  return target instanceof Node && place?.contains(target) ? place : null;
}
