import { Readable } from 'node:stream';
import type { MediaProblem } from '../../domain/content';
import type { TakenFile } from '../../ports/files';
import type { Media } from '../../ports/store';
import type { Desk } from '../desk';
import { aloneAt } from './alone';

/** What a file's row says once the bytes are here. */
export type FileFacts = Pick<Media, 'mime' | 'bytes' | 'hash' | 'preview' | 'width' | 'height' | 'problem'>;

const WORDS: Partial<Record<MediaProblem, string>> = {
  too_many_pixels: 'The picture has too many pixels to be opened here.',
  unreadable: 'The picture can’t be read.',
};

/** Lays a file and the small picture of it under their addresses, and lets `write` tell of it while nobody can take them away. */
export async function keepFile<T>(
  desk: Desk,
  taken: TakenFile,
  said: { readonly mime: string | null; readonly fileName: string | null },
  write: (facts: FileFacts) => Promise<T>,
): Promise<T> {
  const { preview, problem, ...look } = await taken.look(said);
  const small = preview && (await desk.files.takeIn(Readable.from([preview])));
  try {
    const facts: FileFacts = {
      ...look,
      bytes: taken.bytes,
      hash: taken.hash,
      preview: small?.hash ?? null,
      problem: problem && { code: problem, detail: WORDS[problem] ?? '' },
    };
    await taken.keep();
    await small?.keep();
    return await keptAt(desk, [taken, ...(small ? [small] : [])], () => write(facts));
  } finally {
    await small?.letGo();
  }
}

/** One address after the other, and each looked at again: what lay there may have been taken away since. */
function keptAt<T>(desk: Desk, files: readonly TakenFile[], write: () => Promise<T>): Promise<T> {
  const [file, ...more] = [...files].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  if (!file) return write();
  return aloneAt(desk, file.hash, async () => {
    await file.keep();
    return more.length > 0 ? keptAt(desk, more, write) : write();
  });
}
