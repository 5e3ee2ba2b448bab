import { letterOf } from '../../domain/letters';
import type { Posting } from '../../ports/mail';
import type { AccountLink, Errand } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';

export const TRIES = 12;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 60 * 60_000;

/** Mails a link. What the server does not take is tried again for some hours; given up, it shows on the invitation. */
export async function postLetter(desk: Desk, errand: Errand): Promise<void> {
  const link = await desk.store.reads.accountLink(String(errand.payload.link));
  const posting = link && link.expiresAt > desk.clock.now() ? await posted(desk, errand, link) : null;
  const attempts = errand.attempts + 1;
  const again = posting?.end === 'later' && attempts < TRIES;
  if (posting && posting.end !== 'sent') complain(desk, errand, posting.why, again);
  await transact(desk, async (tx, ledger) => {
    if (again) ledger.postpone({ ...errand, attempts, dueAt: ledger.at + waitAfter(errand) });
    else ledger.done(errand.id);
    if (link && posting && !again) await tx.saveLinkMail(link.id, posting.end === 'sent' ? 'sent' : 'failed');
  });
}

/** How long a letter waits for its next try. */
export const waitAfter = ({ attempts }: Pick<Errand, 'attempts'>): number => Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts);

async function posted(desk: Desk, { payload }: Errand, { agentId, kind, expiresAt }: AccountLink): Promise<Posting | null> {
  const [agent] = await desk.store.reads.agentsByIds([agentId]);
  if (!agent || agent.removedAt !== null) return null;
  if (!desk.mail) return { end: 'never', why: 'SMTP_URL is not set any more' };
  const facts = { name: agent.name, by: payload.by as string | null, url: desk.vault.open(String(payload.url)), expiresAt };
  const letter = letterOf(kind, facts, desk.house.current().settings.locale);
  return desk.mail.send({ ...letter, to: { name: agent.name, address: agent.email } });
}

export function complain(desk: Desk, { id, attempts }: Errand, why: string, again: boolean): void {
  const facts = { errandId: id, attempts: attempts + 1, why };
  if (again) desk.log.warn('a mail was not taken and will be tried again', facts);
  else desk.log.error('a mail was given up', facts);
}
