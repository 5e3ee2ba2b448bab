/** A text that agents insert by its shortcut. */
export interface CannedReply {
  readonly id: string;
  /** A word without spaces; no two differ only in case. */
  readonly shortcut: string;
  readonly title: string;
  /** With variables such as `{{contact.firstName}}`. */
  readonly text: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly version: number;
}

/** What may stand between double braces in the text of a canned reply. */
export const CANNED_VARIABLES = ['contact.name', 'contact.firstName', 'agent.name', 'agent.firstName', 'ticket.number'] as const;
export type CannedVariable = (typeof CANNED_VARIABLES)[number];

const VARIABLE = /( ?)\{\{\s*([^{}]*?)\s*\}\}/g;
const KNOWN: ReadonlySet<string> = new Set(CANNED_VARIABLES);

/** The text with its variables filled in; one that is unknown or has no value becomes nothing, and leaves no space before a comma. */
export function fill(text: string, values: Partial<Readonly<Record<CannedVariable, string | null>>>): string {
  return text.replace(VARIABLE, (match: string, space: string, name: string, at: number) => {
    const value = KNOWN.has(name) ? values[name as CannedVariable] : null;
    if (value) return space + value;
    return /^(?:[\s,.;:!?]|$)/.test(text.slice(at + match.length, at + match.length + 1)) ? '' : space;
  });
}

/** The names between double braces that mean nothing, each once, as they are written. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, , name = '']) => name);
  return [...new Set(names.filter((name) => !KNOWN.has(name)))];
}

/** The first word of a name; null for nobody's. */
export const firstName = (name: string | null): string | null => name?.trim().split(/\s+/)[0] || null;

/** One spelling of a shortcut, whatever its case. */
export const spellingOf = (shortcut: string): string => shortcut.normalize('NFC').toLowerCase();

type Searched = Pick<CannedReply, 'shortcut' | 'title' | 'text'>;

/** Those that a search finds, the best first: by the beginning of the shortcut, then by a word of the title or text. All, by shortcut, for an empty one. */
export function cannedMatching<Reply extends Searched>(replies: readonly Reply[], q: string): Reply[] {
  const asked = bare(q.trim().replace(/^\//, ''));
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, asked) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank) || (spellingOf(a.reply.shortcut) < spellingOf(b.reply.shortcut) ? -1 : 1))
    .map(({ reply }) => reply);
}

function rankOf({ shortcut, title, text }: Searched, asked: string): number | null {
  const ranks = [bare(shortcut).startsWith(asked), bare(title).includes(asked), bare(text).includes(asked)];
  const rank = ranks.indexOf(true);
  return rank < 0 ? null : rank;
}

/** Without case and accents. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
