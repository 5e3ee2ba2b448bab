import { bareMime } from '../../src/domain/media-limits';
import { fileSize } from '../thread/values';
import type { AttachingWords } from '../words/en/attaching';
import type { Misfit } from './fit';

interface About {
  readonly network: string;
  readonly language: string;
  readonly bytes: number;
  readonly words: AttachingWords;
}

/** Which limit a file hit, in words. */
export function misfitSaid(misfit: Misfit, { network, language, bytes, words: { misfit: say } }: About): string {
  if (misfit.why === 'empty') return say.empty;
  if (misfit.why === 'size') return say.size(network, misfit.as, fileSize(misfit.most, language), fileSize(bytes, language));
  return say.type(network, misfit.as, listed(misfit.takes, language));
}

/** JPEG, PNG and PDF. */
const listed = (mimes: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(new Set(mimes.map(typeSaid)));

// biome-ignore format: a table is read in columns
const CALLED: Readonly<Record<string, string>> = {
  'audio/mpeg': 'MP3', 'audio/mp4': 'M4A', 'audio/x-m4a': 'M4A', 'audio/ogg': 'OGG', 'audio/opus': 'OGG', 'audio/x-wav': 'WAV',
  'video/3gpp': '3GP', 'video/quicktime': 'MOV', 'video/x-msvideo': 'AVI', 'video/ogg': 'OGV', 'text/plain': 'TXT',
  'application/msword': 'Word', 'application/vnd.ms-excel': 'Excel', 'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
};

/** A type as people call it: JPEG, MP3, Word. */
export function typeSaid(mime: string): string {
  const bare = bareMime(mime);
  return CALLED[bare] ?? (bare.split('/')[1] ?? bare).replace(/^(?:x-|vnd\.)/, '').toUpperCase();
}
