import { type ReactNode, useRef } from 'react';
import { acceptOf } from './takes';
import type { Attach } from './use-attach';

interface Props {
  readonly attach: Attach;
  /** Draws what opens the chooser. */
  readonly children: (open: () => void) => ReactNode;
}

/** The browser's own file chooser, for several files that the channel takes; nothing where it takes none. */
export function ChooseFiles({ attach: { limits, attach }, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  if (!limits) return null;
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptOf(limits)}
        onChange={({ target }) => {
          attach([...(target.files ?? [])]);
          // The same file can be chosen again after it was removed.
          target.value = '';
        }}
      />
    </>
  );
}
