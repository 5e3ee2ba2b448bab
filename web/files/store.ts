import { type Adding, type Attachment, MOST_FILES, type Uploaded } from './attachment';
import { fitOf } from './fit';
import { type Kept, keep, NONE, read } from './kept';
import { keyOf } from './kept-under';
import { lanes } from './lanes';
import type { MediaLimits } from './takes';

export interface Way {
  readonly told: (share: number) => void;
  readonly signal: AbortSignal;
}

interface Needs {
  /** The tab's own; a browser may refuse it. */
  readonly storage: () => Kept;
  readonly upload: (file: File, way: Way) => Promise<Uploaded>;
  readonly newId: () => string;
  readonly urlOf: (file: File) => string | null;
  readonly forgetUrl: (url: string) => void;
}

export type AttachmentStore = ReturnType<typeof attachmentStore>;

/** Why something was not attached at all: too many at once, or a note is being written. */
export type Notice = 'many' | 'note';

/** So many at a time: a browser lets few go to one place, and the desk's own calls must get through. */
const LANES = 2;

/** What is attached, by ticket: kept while other tickets are open, and what is at the desk also over a reload of the tab. */
export function attachmentStore({ storage, upload, newId, urlOf, forgetUrl }: Needs) {
  const all = new Map<string, readonly Attachment[]>();
  const going = new Map<string, { readonly file: File; readonly limits: MediaLimits; readonly adding: Adding; abort: AbortController }>();
  const notices = new Map<string, Notice>();
  const watchers = new Map<string, Set<() => void>>();
  const inLane = lanes(LANES);

  function now(ticketId: string): readonly Attachment[] {
    const known = all.get(ticketId) ?? read(storage, keyOf(ticketId));
    all.set(ticketId, known);
    return known;
  }

  function become(ticketId: string, files: readonly Attachment[]): void {
    all.set(ticketId, files.length === 0 ? NONE : files);
    keep(storage, keyOf(ticketId), files);
    wakeAll(ticketId);
  }

  function wakeAll(ticketId: string): void {
    for (const wake of watchers.get(ticketId) ?? []) wake();
  }

  /** Stands until something is attached or taken away. */
  function notify(ticketId: string, notice: Notice): void {
    notices.set(ticketId, notice);
    wakeAll(ticketId);
  }

  function change(ticketId: string, id: string, changed: Partial<Attachment>): void {
    become(
      ticketId,
      now(ticketId).map((file) => (file.id === id ? { ...file, ...changed } : file)),
    );
  }

  /** Adds files, as far as they are few enough. */
  function add(ticketId: string, files: readonly File[], limits: MediaLimits, adding: Adding = {}): void {
    notices.delete(ticketId);
    const room = MOST_FILES - now(ticketId).length;
    const added = files.slice(0, Math.max(0, room)).map((file) => attachmentOf(file, limits, adding));
    become(ticketId, [...now(ticketId), ...added.map(({ attachment }) => attachment)]);
    for (const { attachment, file } of added) {
      if (attachment.state !== 'up') continue;
      going.set(attachment.id, { file, limits, adding, abort: new AbortController() });
      start(ticketId, attachment.id);
    }
    if (added.length < files.length) notify(ticketId, 'many');
  }

  function attachmentOf(file: File, limits: MediaLimits, { wanted, seconds }: Adding) {
    const { as, mime, misfit, instead } = fitOf(file, limits, wanted);
    const attachment: Attachment = {
      id: newId(),
      name: file.name,
      mime,
      bytes: file.size,
      type: as,
      state: misfit ? 'refused' : 'up',
      share: 0,
      mediaId: null,
      misfit,
      instead,
      error: null,
      seconds: seconds ?? null,
      url: misfit?.why === 'empty' ? null : urlOf(file),
    };
    return { attachment, file };
  }

  const start = (ticketId: string, id: string): void => inLane(() => go(ticketId, id));

  async function go(ticketId: string, id: string): Promise<void> {
    const one = going.get(id);
    if (!one || one.abort.signal.aborted) return;
    const { file, limits, adding, abort } = one;
    try {
      const there = await upload(file, { told: (share) => change(ticketId, id, { share }), signal: abort.signal });
      going.delete(id);
      // What the bytes are may be something else than what the name says.
      const { as, mime, misfit, instead } = fitOf({ name: file.name, type: there.mime, size: there.bytes }, limits, adding.wanted);
      change(ticketId, id, {
        state: misfit ? 'refused' : 'ready',
        type: as,
        mime,
        misfit,
        instead,
        mediaId: there.id,
        bytes: there.bytes,
        share: 1,
      });
    } catch (error) {
      if (!abort.signal.aborted) change(ticketId, id, { state: 'failed', error, share: 0 });
    }
  }

  /** Takes it away, and breaks off its way to the desk. */
  function remove(ticketId: string, id: string): void {
    going.get(id)?.abort.abort();
    going.delete(id);
    notices.delete(ticketId);
    const gone = now(ticketId).find((file) => file.id === id);
    become(
      ticketId,
      now(ticketId).filter((file) => file !== gone),
    );
    if (gone?.url) forgetUrl(gone.url);
  }

  function retry(ticketId: string, id: string): void {
    const one = going.get(id);
    if (!one) return;
    one.abort = new AbortController();
    change(ticketId, id, { state: 'up', error: null, share: 0 });
    start(ticketId, id);
  }

  /** One place earlier or later. */
  function move(ticketId: string, id: string, by: 1 | -1): void {
    const files = [...now(ticketId)];
    const at = files.findIndex((file) => file.id === id);
    const [one, other] = [files[at], files[at + by]];
    if (!one || !other) return;
    files[at] = other;
    files[at + by] = one;
    become(ticketId, files);
  }

  /** Another agent in the same tab finds nothing of the former. */
  function forget(): void {
    for (const { abort } of going.values()) abort.abort();
    going.clear();
    for (const [ticketId, files] of all) {
      for (const { url } of files) if (url) forgetUrl(url);
      if (files.length > 0) become(ticketId, NONE);
    }
  }

  function watch(ticketId: string, wake: () => void): () => void {
    const set = watchers.get(ticketId) ?? new Set();
    watchers.set(ticketId, set.add(wake));
    return () => unwatch(ticketId, wake);
  }

  function unwatch(ticketId: string, wake: () => void): void {
    watchers.get(ticketId)?.delete(wake);
  }

  return { now, add, remove, retry, move, forget, watch, unwatch, notify, notice: (ticketId: string) => notices.get(ticketId) ?? null };
}
