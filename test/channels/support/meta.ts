import type { Outbound } from '../../../src/ports/channel';

/** The entries of several POSTs in one; what is no POST becomes an entry as it is. */
export function together(object: string): (bodies: readonly unknown[]) => unknown {
  return (bodies) => ({ object, entry: bodies.flatMap((body) => (entriesOf(body) ?? [body]) as unknown[]) });
}

function entriesOf(body: unknown): unknown[] | null {
  const entry = (body as { entry?: unknown } | null)?.entry;
  return Array.isArray(entry) ? entry : null;
}

export function anAnswer(changes: Partial<Outbound> = {}): Outbound {
  return {
    reference: '01hzy0000000000000ab',
    to: { display: 'somebody' },
    content: { type: 'text', text: 'Your parcel leaves today' },
    replyTo: null,
    author: 'agent',
    humanAgent: false,
    ...changes,
  };
}
