import { ChannelMark } from './channel-mark';

type Size = 20 | 24 | 28 | 36 | 44;

interface Props {
  readonly name: string;
  /** What tells this person from others of the same name: the colour hangs on it. */
  readonly id: string;
  readonly size: Size;
  readonly channel?: string;
  readonly presence?: 'online' | 'away' | 'offline';
}

/** Somebody as initials on a colour of their own. */
export function Face({ name, id, size, channel, presence }: Props) {
  return (
    <span className={`face f${colorOf(id)} z${size}`} aria-hidden={channel ? undefined : true}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      {channel ? <ChannelMark kind={channel} /> : null}
      {presence ? <span className={`dot on-line ${presence}`} /> : null}
    </span>
  );
}

function colorOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 8;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** First letters of the first and the last word; one for names that are not Latin, and for @names. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/^@/, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = firstLetter(words[0] ?? name);
  if (name.startsWith('@') || words.length < 2 || !/\p{Script=Latin}/u.test(first)) return first;
  return first + firstLetter(words.at(-1) ?? '');
}

function firstLetter(word: string): string {
  for (const { segment } of letters.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment.toUpperCase();
  return word.slice(0, 1);
}
