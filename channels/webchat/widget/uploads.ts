import { isPassing, Refused } from './net';
import type { Seat } from './seat';
import type { Config, FileType, Uploaded } from './wire';

/** A file beside the text that is being written. */
export interface Attached {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1. */
  readonly progress: number;
  readonly uploaded: Uploaded | null;
  readonly wrong: 'empty' | 'too_large' | 'type' | 'refused' | 'silence' | null;
}

export interface Uploads {
  attached(): readonly Attached[];
  add(files: Iterable<File>): void;
  retry(id: string): void;
  drop(id: string): void;
  /** Hands over those that are there, and forgets them. */
  take(): readonly Uploaded[];
}

interface Given {
  readonly seat: Seat;
  readonly limits: () => Config['limits']['file'];
  readonly upload: (token: string, file: File, given: { signal: AbortSignal; progress(share: number): void }) => Promise<Uploaded>;
  readonly changed: () => void;
}

export function openUploads({ seat, limits, upload, changed }: Given): Uploads {
  let all: readonly (Attached & { readonly file: File; readonly stop: AbortController })[] = [];
  const patch = (id: string, now: Partial<Attached>) => {
    all = all.map((one) => (one.id === id ? { ...one, ...now } : one));
    changed();
  };
  const drop = (id: string) => {
    all.find((one) => one.id === id)?.stop.abort();
    all = all.filter((one) => one.id !== id);
    changed();
  };
  async function go(id: string): Promise<void> {
    const one = all.find((each) => each.id === id);
    if (!one) return;
    patch(id, { wrong: null, progress: 0 });
    const given = { signal: one.stop.signal, progress: (progress: number) => patch(id, { progress }) };
    try {
      patch(id, { uploaded: await seat.with((token) => upload(token, one.file, given)), progress: 1 });
    } catch (error) {
      patch(id, { wrong: whyNot(error) });
    }
  }
  return {
    attached: () => all,
    add(files) {
      for (const file of files) {
        const id = crypto.randomUUID();
        const wrong = misfit(file, limits());
        all = [...all, { id, name: file.name, bytes: file.size, progress: 0, uploaded: null, wrong, file, stop: new AbortController() }];
        changed();
        if (!wrong) void go(id);
      }
    },
    retry: (id) => void go(id),
    drop,
    take() {
      const ready = all.flatMap(({ uploaded }) => uploaded ?? []);
      all = all.filter(({ uploaded }) => !uploaded);
      changed();
      return ready;
    },
  };
}

/** What keeps a file from being sent, as far as its browser knows it. */
export function misfit({ size, type }: Pick<File, 'size' | 'type'>, { most, mimes }: Config['limits']['file']): Attached['wrong'] {
  if (size === 0) return 'empty';
  if (size > most) return 'too_large';
  // The desk looks into the file itself; a browser that knows no type says nothing.
  return mimes.length === 0 || type === '' || mimes.some((mime) => fits(type, mime)) ? null : 'type';
}

const fits = (type: string, mime: string): boolean =>
  mime === '*/*' || (mime.endsWith('/*') ? type.startsWith(mime.slice(0, -1)) : type.split(';')[0] === mime);

function whyNot(error: unknown): Attached['wrong'] {
  if (!(error instanceof Refused)) return 'silence';
  if (error.status === 413) return 'too_large';
  if (error.status === 415 || error.status === 422) return 'type';
  return isPassing(error) ? 'silence' : 'refused';
}

/** As what a file is said. */
export function fileTypeOf(mime: string): FileType {
  const [type] = mime.split('/');
  if (type === 'image') return mime === 'image/svg+xml' ? 'document' : 'image';
  return type === 'video' || type === 'audio' ? type : 'document';
}
