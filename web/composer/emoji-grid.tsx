import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../words';
import { EMOJI, KINDS, movedIn, recentAfter } from './emoji';

const KEY = 'relaydesk-emoji';

/** One tab stop; arrows move inside. */
export function EmojiGrid({ onChoose }: { readonly onChoose: (emoji: string) => void }) {
  const { emoji: words } = useWords().composer;
  const [recent] = useState(readRecent);
  const [at, moveTo] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const groups = [
    ...(recent.length > 0 ? [{ name: words.recent, emoji: recent }] : []),
    ...KINDS.map((kind) => ({ name: words[kind], emoji: EMOJI[kind] })),
  ];
  // The popover was open before this was loaded: it had nothing to focus.
  useEffect(() => grid.current?.querySelector('button')?.focus(), []);
  const sizes = groups.map(({ emoji }) => emoji.length);
  const move = (event: KeyboardEvent) => {
    const rtl = document.documentElement.dir === 'rtl';
    const key = rtl ? (TURNED[event.key] ?? event.key) : event.key;
    const next = movedIn(sizes, at, key);
    if (next === at) return;
    event.preventDefault();
    moveTo(next);
    grid.current?.querySelectorAll('button')[next]?.focus();
  };
  const choose = (emoji: string) => {
    keepRecent(recentAfter(recent, emoji));
    onChoose(emoji);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows of the buttons inside
    <div className="emojigrid" ref={grid} onKeyDown={move}>
      {groups.map(({ name, emoji }, group) => {
        const first = sizes.slice(0, group).reduce((sum, size) => sum + size, 0);
        return (
          <fieldset key={name}>
            <legend className="sm mute">{name}</legend>
            {emoji.map((one, place) => (
              <button
                key={one}
                type="button"
                tabIndex={first + place === at ? 0 : -1}
                onFocus={() => moveTo(first + place)}
                onClick={() => choose(one)}
              >
                {one}
              </button>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

const TURNED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** What was chosen in this browser; a storage that is closed to us remembers nothing. */
function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === 'string') : [];
  } catch {
    return [];
  }
}

function keepRecent(recent: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(recent));
  } catch {
    // Then only this page knew them.
  }
}
