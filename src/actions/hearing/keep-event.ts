import { clean } from '../../domain/text';
import type { Heard } from '../../ports/channel';
import { isAbout, targetsOf } from './early';
import type { Hearing, Verdict } from './hearing';
import type { Item } from './receive';
import { rawToKeep } from './unsaid';

type Around = Pick<Hearing, 'ledger' | 'channelId' | 'chatId'>;

/** Keeps an event as it came, with what became of it. */
export function keepEvent(hearing: Around, { channelId, heard, unrouted, replays }: Item, { outcome, reason }: Verdict, id: string): void {
  const { ledger } = hearing;
  const became = {
    kind: heard.type === 'notice' ? heard.kind : heard.type,
    outcome: unrouted ? ('unrouted' as const) : outcome,
    reason: reason === null ? null : clean(reason).slice(0, 500),
    ticketId: unrouted ? null : ticketOf(hearing, heard),
  };
  if (replays) ledger.saveWebhookEvent({ ...replays, channelId, ...became, replayedAt: ledger.at });
  else
    ledger.addWebhookEvent({
      id,
      channelId,
      account: heard.account,
      ...became,
      raw: unrouted ? heard.raw : rawToKeep(ledger, channelId, heard),
      heardAt: ledger.at,
      replayedAt: null,
    });
}

/** The ticket that an event is about, as it stands once it was heard. */
function ticketOf({ ledger, channelId, chatId }: Around, heard: Heard): string | null {
  if (heard.type === 'past') return null;
  if (chatId !== null) return ledger.openIn(chatId)?.id ?? null;
  if (!isAbout(heard)) return null;
  const reference = heard.type === 'receipt' ? heard.reference : null;
  const known = [
    ...(reference ? [ledger.message(reference)] : []),
    ...targetsOf(heard).map((target) => ledger.byProvider(channelId, target)),
  ];
  return known.find((message) => message !== undefined)?.ticketId ?? null;
}
