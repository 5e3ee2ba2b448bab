import { useRef, useState } from 'react';
import { ask } from '../api/ask';
import type { Report } from './report';
import { piecesOf, sha256Of } from './sha256';

export type Checking =
  | { readonly state: 'reading'; readonly share: number }
  | { readonly state: 'asking' | 'unreadable' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'done'; readonly file: string; readonly sha256: string; readonly report: Report | null };

/** Works out a file's hash and asks the desk for it; a file that is chosen meanwhile takes its place. */
export function useCheck() {
  const [now, turn] = useState<Checking | null>(null);
  const turns = useRef(0);
  const look = async (file: File) => {
    turns.current += 1;
    const mine = turns.current;
    const say = (next: Checking) => mine === turns.current && turn(next);
    say({ state: 'reading', share: 0 });
    const sha256 = await sha256Of(told(file, (share) => say({ state: 'reading', share }))).catch(() => null);
    if (sha256 === null) return say({ state: 'unreadable' });
    say({ state: 'asking' });
    try {
      const { report } = await ask<{ readonly report: Report | null }>('POST', '/reports/check', { body: { sha256 } });
      say({ state: 'done', file: file.name, sha256, report });
    } catch (error) {
      say({ state: 'failed', error });
    }
  };
  return { now, look: (file: File) => void look(file) };
}

/** Says how much of it has been read. */
async function* told(file: File, tell: (share: number) => void) {
  let read = 0;
  for await (const piece of piecesOf(file)) {
    yield piece;
    read += piece.length;
    tell(read / file.size);
  }
}
