import { lazy, Suspense } from 'react';
import type { Writing } from './use-writing';

export type Opened = 'template' | 'choices';

const ChoicesDialog = lazy(async () => ({ default: (await import('./choices-dialog')).ChoicesDialog }));
const TemplateDialog = lazy(async () => ({ default: (await import('./template-dialog')).TemplateDialog }));

interface Props {
  readonly writing: Writing;
  readonly opened: Opened | null;
  readonly onClose: () => void;
}

/** Loaded when first asked for. */
export function Dialogs({ writing, opened, onClose }: Props) {
  return (
    <Suspense>
      {opened === 'choices' ? <ChoicesDialog writing={writing} onClose={onClose} /> : null}
      {opened === 'template' ? <TemplateDialog ticket={writing.ticket} onClose={onClose} /> : null}
    </Suspense>
  );
}
