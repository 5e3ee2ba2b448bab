import type { Heard, HeardAccount, HeardReceipt } from '../../src/ports/channel';
import { idOf, type Json, listOf, timeOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { need, notice } from '../meta/envelope';
import { edit, handover, message, postback, reaction } from '../meta/messaging/events';
import { partner, type Seen, told } from '../meta/messaging/item';

export const EVENTS: ReadonlyMap<string, (seen: Seen) => Heard[]> = new Map([
  ['message', message],
  ['postback', postback],
  ['message_edit', edit],
  ['reaction', reaction],
  ['delivery', receipts('delivered')],
  ['read', receipts('read')],
  ['referral', told('referral')],
  ['optin', told('optin')],
  ['account_linking', told('account_linking')],
  ['policy_enforcement', policy],
  ['pass_thread_control', handover(false)],
  ['take_thread_control', handover(true)],
  ['request_thread_control', told('handover')],
  ['app_roles', told('handover')],
  ['game_play', told('game_play')],
  ['messaging_feedback', told('feedback')],
  ['response_feedback', told('feedback')],
]);

/** The messages that are named, if any are, and everything up to the moment (CHANNELS §4). */
function receipts(status: HeardReceipt['status']): (seen: Seen) => Heard[] {
  return (seen) => {
    const { place, body, by, at } = seen;
    if (by === 'business') return [notice(place, 'self')];
    const receipt = { type: 'receipt', ...place, who: partner(seen), status, at } as const;
    const named = mids(body).map((id): Heard => ({ ...receipt, id }));
    const until = named.length > 0 ? timeOf(body.watermark) : need(timeOf(body.watermark), 'the receipt names neither message nor moment');
    return until === null ? named : [...named, { ...receipt, id: null, until }];
  };
}

const mids = ({ mids: given }: Json): string[] => [...new Set(listOf(given).flatMap((mid) => idOf(mid) ?? []))];

/** How loud it is when Meta acts against the Page. */
const SEVERITIES: ReadonlyMap<string, HeardAccount['severity']> = new Map<string, HeardAccount['severity']>([
  ['warning', 'alarm'],
  ['block', 'paused'],
  ['unblock', 'info'],
]);

function policy({ place, body }: Seen): Heard[] {
  const action = need(wordOf(body.action), 'the policy names no action');
  const detail = speakable(wordOf(body.reason) ?? action, []);
  const event = `policy_enforcement:${action}`.slice(0, 100);
  const ends = action === 'unblock' ? { ends: ['policy_enforcement'] } : {};
  return [{ type: 'account', ...place, event, severity: SEVERITIES.get(action) ?? 'alarm', detail, ...ends }];
}
