import type { ReactNode } from 'react';
import type { Chord } from '../keys/chord';
import type { IconName } from '../parts/icons';
import { matchIn, type Span } from './match';

export type Group = 'recent' | 'ticket' | 'found' | 'go' | 'me' | 'desk';

/** One line of the palette. */
export interface Item {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  readonly icon?: IconName;
  readonly face?: ReactNode;
  /** What follows the title in grey. */
  readonly more?: string;
  /** What stands at its end. */
  readonly end?: ReactNode;
  readonly keys?: Chord;
  /** Why it can't be done: it is shown, and does nothing. */
  readonly off?: string;
  /** Other words by which it is found. */
  readonly words?: string;
  /** Only when something is typed. */
  readonly typedOnly?: boolean;
  /** The desk found it: it stays, whatever its title says. */
  readonly found?: boolean;
  readonly run: () => void;
}

export interface Shown extends Item {
  readonly spans: readonly Span[];
}

const ORDER: readonly Group[] = ['recent', 'ticket', 'found', 'go', 'me', 'desk'];
const MOST: Readonly<Record<Group, number>> = { recent: 5, ticket: 8, found: 7, go: 5, me: 4, desk: 4 };

/** What is shown for a text: groups in their order, what was done lately first while nothing is typed. */
export function shownFor(
  items: readonly Item[],
  typed: string,
  recent: readonly string[],
): { readonly group: Group; readonly rows: Shown[] }[] {
  const nothing = typed.trim() === '';
  const fits = items.flatMap((item): Shown[] => {
    if (nothing && item.typedOnly) return [];
    const group = nothing && recent.includes(item.id) && item.off === undefined ? 'recent' : item.group;
    const spans = item.found ? (matchIn(item.title, typed) ?? []) : spansOf(item, typed);
    return spans === null ? [] : [{ ...item, group, spans }];
  });
  return ORDER.map((group) => ({ group, rows: inOrder(fits, group, recent).slice(0, MOST[group]) })).filter(({ rows }) => rows.length > 0);
}

/** In the title, or in the title with its other words: then nothing is marked that can't be seen. */
function spansOf({ title, words = '' }: Item, typed: string): Span[] | null {
  const spans = matchIn(`${title} ${words}`, typed);
  return spans?.filter(([, to]) => to <= title.length) ?? null;
}

function inOrder(items: readonly Shown[], group: Group, recent: readonly string[]): Shown[] {
  const own = items.filter((item) => item.group === group);
  if (group === 'recent') return own.sort((one, other) => recent.indexOf(one.id) - recent.indexOf(other.id));
  return own.sort((one, other) => placeOf(one) - placeOf(other));
}

/** What begins with the typed words leads, what can't be done now comes last. */
const placeOf = ({ spans, found, off }: Shown): number => (off !== undefined ? 2 : !found && spans[0]?.[0] === 0 ? 0 : 1);
