import type { MediaType } from '../../src/domain/content';
import { sizeOf } from '../../src/domain/split';
import type { MediaLimits } from './takes';

interface Ready {
  readonly id: string;
  readonly type: MediaType;
  readonly mediaId: string;
}

/** One message of several: a file, with the words under it; `id` is the attachment's. */
export interface FileStep {
  readonly id: string;
  readonly content: { readonly type: MediaType; readonly mediaId: string; readonly caption?: string };
}

export interface Plan {
  readonly files: readonly FileStep[];
  /** What goes behind the files as a message of its own; empty: nothing. */
  readonly text: string;
}

/** As it stands in the box, so it arrives: the files in their order, the words under the last, or behind it where it takes none. */
export function planOf(files: readonly Ready[], text: string, limits: MediaLimits): Plan {
  const last = files.at(-1);
  const under = last !== undefined && text !== '' && fitsUnder(text, last.type, limits);
  const steps = files.map(({ id, type, mediaId }, at) => ({
    id,
    content: { type, mediaId, ...(under && at === files.length - 1 ? { caption: text } : {}) },
  }));
  return { files: steps, text: under ? '' : text };
}

interface Sender {
  /** `isFirst`: it answers what is quoted. */
  readonly send: (content: FileStep['content'] | { readonly type: 'text'; readonly text: string }, isFirst: boolean) => Promise<unknown>;
  /** Told of each file that went. */
  readonly went: (step: FileStep) => void;
}

/** One after the other, so that they arrive in their order; the first that fails ends it. */
export async function goThrough({ files, text }: Plan, { send, went }: Sender): Promise<void> {
  let isFirst = true;
  for (const step of files) {
    await send(step.content, isFirst);
    isFirst = false;
    went(step);
  }
  if (text !== '') await send({ type: 'text', text }, isFirst);
}

/** Whether these words can stand under a file of this type. */
export function fitsUnder(text: string, type: MediaType, limits: MediaLimits): boolean {
  const caption = limits[type]?.caption ?? null;
  return caption !== null && sizeOf(text, caption.unit) <= caption.max;
}
