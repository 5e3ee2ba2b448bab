import { wholeOf } from '../../ports/channel';
import { BeginAgain, type Early, type EarlyEnd, type IdentityKey, type ProviderKey, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { type Ledger, openLedger } from '../ledger';
import { routeChanged } from '../routing/route-tickets';
import { sayTexts } from '../time/say-texts';
import { type Answer, type HeardAbout, isWatermark, keyIn, targetsOf, waited } from './early';
import { followReceipt } from './follow-receipt';
import { hearAbout } from './hear-about';
import { APPLIED, failed, type Hearing, type Verdict } from './hearing';
import { holdMessages } from './hold-batch';
import { linesOf, NOBODYS, nameOf } from './names';
import { recallSent, recallShown } from './recall-about';

interface Waited {
  readonly early: Early;
  readonly heard: HeardAbout | Answer;
}

/**
 * Runs after a ledger is written, in its transaction: keeps what waits for its message, and hears what has waited for the
 * messages that are known since, in a ledger of its own. The order matters: each writes its own first and then looks for the
 * other's, so that of two processes that store the two halves at one moment the later sees the earlier.
 */
export async function hearEarly(desk: Hearing['desk'] & Pick<Desk, 'kinds'>, tx: Tx, first: Ledger): Promise<Ledger[]> {
  const kept = first.waiting();
  if (kept.length > 0) await tx.keepEarly(kept);
  if (await tx.cameMeanwhile(awaitedBy(first, kept), peopleAwaited(first, kept)))
    throw new BeginAgain('a message or a person came while something was to wait for it');
  const come = await comeFor(tx, first.learned());
  if (come.length === 0) return [];
  const ledger = openLedger({
    house: first.house,
    at: first.at,
    numbers: first.handOverNumbers(),
    windowRule: first.windowRule,
    newId: desk.newId,
  });
  const chatOf = await chatsOf(tx, come);
  await holdTheirs(tx, ledger, come, chatOf);
  const ends: EarlyEnd[] = [];
  for (const one of come) ends.push(endOf(one, await hearOne(desk, tx, ledger, one, chatOf(one))));
  await routeChanged(tx, ledger);
  await sayTexts(desk, tx, ledger);
  await tx.write(ledger.changes());
  await tx.endEarly(ends.filter(({ stays, outcome }) => !stays || outcome === 'applied'));
  return [ledger];
}

/** The messages that this transaction does not know, and of which another may be storing one. */
function awaitedBy(ledger: Ledger, kept: readonly Early[]): ProviderKey[] {
  return kept
    .filter((early) => !isWatermark(waited(early)))
    .flatMap((early) => namesOf({ early, heard: waited(early) }).map((id) => ({ channelId: early.channelId, id })))
    .filter(({ channelId, id }) => !ledger.byProvider(channelId, id));
}

/** The people whom this transaction has not made, and whose chats another may be making. */
function peopleAwaited(ledger: Ledger, kept: readonly Early[]): IdentityKey[] {
  const made = new Set(ledger.learned().map(({ channelId, id }) => `${channelId} ${id}`));
  return kept
    .filter((early) => isWatermark(waited(early)) && !made.has(`${early.channelId} ${early.target}`))
    .map(({ channelId, target }) => ({ channelId, key: keyIn(target) }));
}

const namesOf = ({ early, heard }: Waited): string[] => (heard.type === 'answer' || isWatermark(heard) ? [early.target] : targetsOf(heard));

/** What waits for these messages, oldest first by its network's time. */
async function comeFor(tx: Tx, known: readonly ProviderKey[]): Promise<Waited[]> {
  const names = new Set(known.map(({ channelId, id }) => `${channelId} ${id}`));
  const wholes = known.map(({ channelId, id }) => ({ channelId, id: wholeOf(id) }));
  const come = (await tx.earlyFor([...known, ...wholes])).map((early) => ({ early, heard: waited(early) }));
  return come
    .filter((one) => namesOf(one).some((id) => names.has(`${one.early.channelId} ${id}`)))
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.early.id < b.early.id ? -1 : 1));
}

const timeOf = ({ early, heard }: Waited): number => (heard.type === 'answer' ? null : heard.at) ?? early.heardAt;

/** The chat of whoever a watermark is about. */
async function chatsOf(tx: Tx, come: readonly Waited[]): Promise<(one: Waited) => string | null> {
  const keyOf = ({ early }: Waited) => ({ channelId: early.channelId, key: keyIn(early.target) });
  const marks = come.filter(({ heard }) => isWatermark(heard));
  const lines = linesOf(await tx.names(marks.map(keyOf)));
  return (one) => (isWatermark(one.heard) ? ((lines.get(nameOf(keyOf(one))) ?? NOBODYS).now?.chatId ?? null) : null);
}

async function holdTheirs(tx: Tx, ledger: Ledger, come: readonly Waited[], chatOf: (one: Waited) => string | null): Promise<void> {
  const channelIds = [...new Set(come.map(({ early }) => early.channelId))];
  const providerIds = [...new Set(come.flatMap(namesOf))];
  const ids = come.flatMap(({ heard }) => {
    if (heard.type === 'answer') return [heard.messageId];
    return heard.type === 'receipt' && heard.reference ? [heard.reference] : [];
  });
  const chatIds = come.flatMap((one) => chatOf(one) ?? []);
  await holdMessages(tx, ledger, { channelIds, providerIds, ids, chatIds, about: true });
  const about = come.flatMap((one) =>
    one.heard.type === 'answer' ? [] : [{ channelId: one.early.channelId, heard: one.heard, chatId: chatOf(one) }],
  );
  await recallSent(tx, ledger, about);
  await recallShown(tx, ledger, about);
}

async function hearOne(desk: Hearing['desk'], tx: Tx, ledger: Ledger, { early, heard }: Waited, chatId: string | null): Promise<Verdict> {
  try {
    const around = { desk, tx, ledger, channelId: early.channelId, chatId };
    const verdict = await ledger.attempt(() => (heard.type === 'answer' ? linkAnswer(ledger, early, heard) : hearAbout(around, heard)));
    if (heard.type === 'receipt' && verdict.outcome === 'applied') await followReceipt(around, heard);
    return verdict;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function linkAnswer(ledger: Ledger, { channelId, target }: Early, { messageId }: Answer): Verdict {
  const [message, answered] = [ledger.message(messageId), ledger.byProvider(channelId, target)];
  if (message && answered) ledger.changeMessage({ ...message, replyTo: answered.id });
  return APPLIED;
}

const endOf = ({ early }: Waited, { outcome, reason, waits = false }: Verdict): EarlyEnd => ({ early, outcome, reason, stays: waits });
