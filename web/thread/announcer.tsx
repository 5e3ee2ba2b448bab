import { useEffect, useRef, useState } from 'react';
import type { Message } from '../api/types';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useAround } from './context';
import { toldBy } from './said';
import { troubleOf } from './trouble';

/** Says each new message of the customer once, and what was not sent at once; nothing of what was there before. */
export function Announcer({ messages }: { readonly messages: readonly Message[] }) {
  const words = useWords();
  const { name, short, network } = useAround();
  const { clock } = useTimes();
  const heard = useRef<number | null>(null);
  const failed = useRef<ReadonlySet<string> | null>(null);
  const [said, say] = useState('');
  const [alarm, raise] = useState('');
  useEffect(() => {
    const newest = messages.reduce((top, { seq }) => Math.max(top, seq), 0);
    const before = heard.current;
    const news = before === null ? [] : messages.filter((one) => one.seq > before && one.direction === 'in' && one.importedAt === null);
    heard.current = newest;
    const last = news.at(-1);
    if (last) say(words.thread.says(name, toldBy(last.content, words)));
  }, [messages, name, words]);
  useEffect(() => {
    const now = messages.filter(({ delivery }) => delivery?.status === 'failed');
    const known = failed.current;
    failed.current = new Set(now.map(({ id }) => id));
    const fresh = known === null ? undefined : now.find(({ id }) => !known.has(id));
    if (fresh)
      raise(
        words.delivery.notSent(
          troubleOf(fresh, { words, customer: short, network, open: false, now: 0, clock, moment: clock })?.what ?? '',
        ),
      );
  }, [messages, short, network, words, clock]);
  return (
    <>
      <p className="unseen" aria-live="polite">
        {said}
      </p>
      <p className="unseen" aria-live="assertive">
        {alarm}
      </p>
    </>
  );
}
