import type { Json } from './ask';
import { customerIn } from './cast';
import { rest, type Scene } from './scene';
import { BOT_WORDS } from './shop';

const LOOKS = 0.7;

/** Looks at the phones and at the desk again and again, and tells what is new. */
export async function watch(scene: Scene): Promise<void> {
  const [heard, tickets] = [new Set<string>(), new Map<string, string>()];
  for (;;) {
    for (const message of (await scene.twin.state()).messages) tellHeard(scene, message, heard);
    const { data } = await scene.admin.get('/tickets?sort=-number&limit=200');
    for (const ticket of [...data].reverse()) tellTicket(scene, ticket, tickets);
    await rest(scene, LOOKS);
  }
}

function tellHeard({ cast, tell }: Scene, { id, by, customer: customerId, text }: Json, heard: Set<string>): void {
  if (by !== 'business' || heard.has(id)) return;
  heard.add(id);
  const customer = cast.find((one) => one.id === customerId);
  const who = BOT_WORDS.has(text) ? 'bot' : 'person';
  if (customer) customer.heard[who] += 1;
  tell(`${customer?.name ?? 'Your customer'} hears from ${who === 'bot' ? 'the bot' : 'an agent'}: “${text}”`);
}

function tellTicket({ cast, tell }: Scene, ticket: Json, known: Map<string, string>): void {
  const now = wordsFor(ticket);
  if (known.get(ticket.id) === now) return;
  known.set(ticket.id, now);
  tell(`Ticket ${ticket.number} of ${customerIn(cast, ticket.contact)?.name ?? ticket.contact.name ?? ticket.contact.address} ${now}`);
}

// biome-ignore format: a table is read in columns
const WORDS: Readonly<Record<string, (who: string) => string>> = {
  pending:     ()    => 'waits for an agent (pending)',
  active:      (who) => `is with ${who} (active)`,
  idle:        (who) => `has gone quiet after the answer of ${who} (idle)`,
  proactive:   (who) => `was begun by ${who}, who wrote first (proactive)`,
  in_progress: ()    => 'is set aside (in_progress)',
  closed:      ()    => 'is closed',
};

function wordsFor({ status, stage, assignee }: Json): string {
  const words = WORDS[status]?.(assignee?.name ?? 'nobody') ?? status;
  return stage.key === 'snoozed' ? `sleeps for an hour or until the customer writes (${status}, snoozed)` : words;
}
