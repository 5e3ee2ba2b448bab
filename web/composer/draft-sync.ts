import type { DraftsJson } from '../../src/http/schemas/draft';
import type { DraftStore, Mode } from './draft-store';
import { fresh, spelled, type There, wanted } from './draft-there';

/** After the last key. */
const PAUSE = 800;
/** The desk keeps no longer ones. */
const LONGEST = 16_000;
const MODES = ['reply', 'note'] as const satisfies readonly Mode[];

export interface ToSave {
  readonly text: string;
  readonly note: boolean;
  readonly replyTo: string | null;
}

interface Needs {
  readonly drafts: DraftStore;
  readonly save: (ticketId: string, draft: ToSave) => Promise<unknown>;
  readonly read: (ticketId: string) => Promise<DraftsJson>;
  readonly later: (ms: number, run: () => void) => () => void;
  /** Whether this ticket has any draft at the desk, now that it is known. */
  readonly tell?: (ticketId: string, has: boolean) => void;
}

export type DraftState = 'saved' | 'here' | null;

/** Keeps drafts at the desk, from where they come to the same person's other screens. The newest wins; nothing that is being typed is lost. */
export function draftSync({ drafts, save, read, later, tell = () => undefined }: Needs) {
  const all = new Map<string, There>();
  const of = (id: string): There => {
    const there = all.get(id) ?? fresh();
    all.set(id, there);
    return there;
  };

  const differs = (id: string, mode: Mode): boolean => wanted(drafts.now(id), mode) !== (of(id).saved[mode] ?? '');
  const unsaved = (id: string): Mode | undefined => MODES.find((mode) => differs(id, mode) && drafts.now(id)[mode].length <= LONGEST);

  /** One after the other, until the desk has what is here. */
  async function saveAll(id: string): Promise<void> {
    const there = of(id);
    try {
      // What was begun elsewhere is not written over unread.
      await there.reading;
      for (let mode = unsaved(id); mode && !drafts.now(id).sending; mode = unsaved(id)) {
        const draft = drafts.now(id);
        const key = wanted(draft, mode);
        await save(id, { text: key === '' ? '' : draft[mode], note: mode === 'note', replyTo: mode === 'reply' ? draft.quote : null });
        there.saved[mode] = key;
      }
      there.failed = false;
      tell(
        id,
        MODES.some((mode) => there.saved[mode]),
      );
    } catch {
      there.failed = true;
    }
    drafts.tell(id);
  }

  function flush(id: string): Promise<void> {
    const there = of(id);
    there.cancel();
    there.running ??= saveAll(id).finally(() => {
      there.running = null;
    });
    return there.running;
  }

  /** Written here. */
  function changed(id: string): void {
    const there = of(id);
    there.cancel();
    there.cancel = later(PAUSE, () => void flush(id));
  }

  function hear(id: string, told: DraftsJson): void {
    for (const mode of MODES) hearOne(id, mode, told[mode]);
    tell(id, told.reply !== null || told.note !== null);
    if (unsaved(id)) changed(id);
    drafts.tell(id);
  }

  function hearOne(id: string, mode: Mode, told: DraftsJson[Mode]): void {
    const there = of(id);
    const draft = drafts.now(id);
    const mine = wanted(draft, mode);
    const theirs = told ? spelled(told.text, mode === 'reply' ? told.replyTo : null) : '';
    if (there.writesIn === mode && mine !== '' && mine !== theirs) {
      if (told !== null && there.saved[mode] === undefined) join(id, mode, told.text);
      else there.missed = true;
      return;
    }
    const isMine = mine !== '' && mine !== there.saved[mode];
    const newer = told !== null && Date.parse(told.updatedAt) > (draft.changedAt ?? 0);
    there.saved[mode] = theirs;
    if (mine !== theirs && (!isMine || newer)) take(id, mode, told);
  }

  /** Somebody began to write before it was known that there is a draft: both are kept. */
  function join(id: string, mode: Mode, theirs: string): void {
    const mine = drafts.now(id)[mode];
    of(id).saved[mode] = '';
    if (!mine.startsWith(theirs)) drafts.write(id, { [mode]: theirs.startsWith(mine) ? theirs : `${theirs}\n${mine}` });
  }

  function take(id: string, mode: Mode, told: DraftsJson[Mode]): void {
    const reply = mode === 'reply' ? { quote: told?.replyTo ?? null, since: told?.updatedAt ?? null } : {};
    const other = mode === 'reply' ? 'note' : 'reply';
    const draft = drafts.now(id);
    const turn = told && draft.mode === other && draft[other] === '' && of(id).writesIn === null ? { mode } : {};
    drafts.write(id, { [mode]: told?.text ?? '', changedAt: null, ...reply, ...turn });
  }

  function open(id: string): Promise<void> {
    const there = of(id);
    there.missed = false;
    there.reading = read(id)
      .then((told) => hear(id, told))
      .catch(() => {
        there.failed = true;
      });
    return there.reading;
  }

  return {
    changed,
    flush,
    open,
    hear,
    /** The caret is in this box; null: in none. What was not shown meanwhile is looked at then. */
    writes(id: string, mode: Mode | null): void {
      const there = of(id);
      there.writesIn = mode;
      if (mode !== null) return;
      void flush(id).then(() => (there.missed && there.writesIn === null ? open(id) : undefined));
    },
    /** What was not saved, after the link was gone. */
    again: (): void => {
      for (const id of all.keys()) if (of(id).failed) void open(id);
    },
    flushAll: (): void => {
      for (const id of all.keys()) if (unsaved(id)) void flush(id);
    },
    forget: (): void => {
      for (const { cancel } of all.values()) cancel();
      all.clear();
    },
    state(id: string, mode: Mode): DraftState {
      if (wanted(drafts.now(id), mode) === '') return null;
      if (!differs(id, mode)) return 'saved';
      return of(id).failed || drafts.now(id)[mode].length > LONGEST ? 'here' : null;
    },
  };
}
