import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { useWorkspace } from '../api/workspace';
import { agentsMatching, atSignAt } from './at-sign';
import { insert } from './insert';
import { keyOfList } from './list-keys';

/** The colleagues whom an `@` in a note asks for, and which one is chosen. */
export type Naming = ReturnType<typeof useNaming>;

const MOST = 50;

interface About {
  readonly text: string;
  readonly caret: number;
  /** Only notes name anybody. */
  readonly on: boolean;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

export function useNaming({ text, caret, on, area }: About) {
  const id = useId();
  const { agents, me } = useWorkspace();
  const sign = useMemo(() => (on ? atSignAt(text, caret) : null), [text, caret, on]);
  const [dismissed, dismissAt] = useState<number | null>(null);
  const [pointed, pointAt] = useState({ asked: '', at: 0 });
  const asked = sign?.asked ?? '';
  const others = useMemo(() => agents.filter((agent) => agent.id !== me.id), [agents, me.id]);
  const matches = useMemo(() => (sign ? agentsMatching(others, asked).slice(0, MOST) : []), [others, asked, sign]);
  // What is written whole is chosen already.
  const isWhole = matches.some(({ name }) => name === asked);
  const open = sign !== null && sign.from !== dismissed && matches.length > 0 && !isWhole;
  const at = pointed.asked === asked ? Math.min(pointed.at, Math.max(0, matches.length - 1)) : 0;
  const point = (next: number) => pointAt({ asked, at: next });
  const dismiss = () => dismissAt(sign?.from ?? null);
  const choose = (chosen = matches[at]) => {
    if (!sign || !chosen || !area.current) return;
    insert(area.current, `@${chosen.name} `, sign.from, caret);
    dismissAt(null);
  };
  const hears = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act = open ? keyOfList(event, { at, count: matches.length, point, dismiss, choose: () => choose() }) : null;
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  };
  const described = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open ? `${id}-${at}` : undefined,
  } as const;
  return { open, id, matches, at, choose, point, dismiss, hears, described };
}
