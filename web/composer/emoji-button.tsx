import { lazy, Suspense, useState } from 'react';
import { Icon } from '../parts/icon';
import { Popover } from '../parts/popover';
import { useWords } from '../words';

const EmojiGrid = lazy(async () => ({ default: (await import('./emoji-grid')).EmojiGrid }));

/** Opens the emoji; one choice closes them. */
export function EmojiButton({ onChoose }: { readonly onChoose: (emoji: string) => void }) {
  const { tools } = useWords().composer;
  const [opened, open] = useState(false);
  const choose = (emoji: string) => {
    open(false);
    // After the popover has let go of the focus.
    requestAnimationFrame(() => onChoose(emoji));
  };
  return (
    <Popover opened={opened} onChange={open} position="top-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className="btn quiet icon small"
          aria-label={tools.emoji}
          title={tools.emoji}
          onClick={() => open((now) => !now)}
        >
          <Icon name="emoji" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<div className="emojigrid" />}>
          <EmojiGrid onChoose={choose} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
