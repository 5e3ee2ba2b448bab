import { invalid } from '../../domain/errors';
import type { Report } from '../../domain/figures/report';
import { reportLetterOf } from '../../domain/report-letter';
import type { Posting } from '../../ports/mail';
import type { Errand, Tx } from '../../ports/store';
import { complain, TRIES, waitAfter } from '../agents/post-letter';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { transact } from '../transact';

/** Nobody can be told of a report by a desk that sends no mail, or does not know where it is reached. */
export function mustSendMail({ mail, publicUrl }: Desk, mailTo: readonly string[] | undefined): void {
  if (!mailTo?.length) return;
  if (!mail) throw invalid('mailTo', 'this desk sends no mail: set SMTP_URL first');
  if (!publicUrl) throw invalid('mailTo', 'the link in the mail needs the desk’s address: set PUBLIC_URL first');
}

/** Whoever its schedule names is told, each by a letter of their own. */
export async function mailWhenReady(tx: Tx, ledger: Ledger, { id, scheduleId }: Report): Promise<void> {
  const schedule = scheduleId === null ? null : await tx.schedule(scheduleId);
  for (const to of schedule?.mailTo ?? []) ledger.addErrand({ key: `mail:${id}`, kind: 'report_mail', payload: { reportId: id, to } });
}

/** Mails that a report is ready. What the server does not take is tried again for some hours. */
export async function mailReport(desk: Desk, errand: Errand): Promise<void> {
  const report = await desk.store.reads.report(String(errand.payload.reportId));
  const posting = report?.state === 'ready' ? await posted(desk, report, String(errand.payload.to)) : null;
  const attempts = errand.attempts + 1;
  const again = posting?.end === 'later' && attempts < TRIES;
  if (posting && posting.end !== 'sent') complain(desk, errand, posting.why, again);
  await transact(desk, async (_tx, ledger) => {
    if (again) ledger.postpone({ ...errand, attempts, dueAt: ledger.at + waitAfter(errand) });
    else ledger.done(errand.id);
  });
}

async function posted({ mail, publicUrl, house }: Desk, { request: { name, from, to }, rows }: Report, address: string): Promise<Posting> {
  if (!mail || !publicUrl) return { end: 'never', why: 'SMTP_URL or PUBLIC_URL is not set any more' };
  const letter = reportLetterOf({ name, from, to, rows, url: `${publicUrl}/reports` }, house.current().settings.locale.language);
  return mail.send({ ...letter, to: { name: address, address } });
}
