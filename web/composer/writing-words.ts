import { firstName } from '../../src/domain/canned';
import type { Viewer } from '../live/here';
import type { Words } from '../words/en';

/** A reply is what one must not write twice: who writes one is named first, and a note only when nobody does. */
export function writingWords(viewers: readonly Viewer[], words: Words['together']): string {
  const names = (what: 'reply' | 'note') => viewers.filter(({ typing }) => typing === what).map(({ name }) => firstName(name) ?? name);
  const [replies, notes] = [names('reply'), names('note')];
  if (replies.length > 0) return words.writing(replies);
  return notes.length === 1 ? words.writingNote(notes[0] ?? '') : notes.length === 0 ? '' : words.writing(notes);
}
