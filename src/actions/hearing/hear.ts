import type { Heard, HeardAccount, HeardReceipt } from '../../ports/channel';
import { isOfTheDatabase } from '../../ports/store';
import { pauseChannel } from '../channels/channel-state';
import { keepAccountNews } from '../health/hear-account';
import { followReceipt } from './follow-receipt';
import { hearAbout } from './hear-about';
import { hearEcho } from './hear-echo';
import { hearHandOff } from './hear-hand-off';
import { hearHandover } from './hear-handover';
import { hearImport } from './hear-import';
import { hearMessage } from './hear-message';
import { hearMet } from './hear-met';
import { hearPast } from './hear-past';
import { hearPhonebook } from './hear-phonebook';
import { hearTemplate } from './hear-template';
import { APPLIED, failed, type Hearing, ignored, type Verdict } from './hearing';

/** A decision that throws is the event's fault and harms no neighbour; a database that throws is everybody's. */
export async function hear(hearing: Hearing, heard: Heard): Promise<Verdict> {
  try {
    return await hearing.ledger.attempt(() => decide(hearing, heard));
  } catch (error) {
    if (isOfTheDatabase(error)) throw error;
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function decide(hearing: Hearing, heard: Heard): Verdict | Promise<Verdict> {
  switch (heard.type) {
    case 'message':
      return hearMessage(hearing, heard);
    case 'echo':
      return hearEcho(hearing, heard);
    case 'receipt':
      return hearReceipt(hearing, heard);
    case 'reaction':
    case 'edit':
    case 'deletion':
      return hearAbout(hearing, heard);
    case 'past':
      return hearPast(hearing, heard);
    case 'import':
      return hearImport(hearing, heard);
    case 'phonebook':
      return hearPhonebook(hearing, heard);
    case 'handover':
      return hearHandover(hearing, heard);
    case 'hand_off':
      return hearHandOff(hearing, heard);
    case 'met':
      return hearMet(hearing, heard);
    case 'identity':
      return ignored('unrouted');
    case 'account':
      return hearAccount(hearing, heard);
    case 'template':
      return hearTemplate(hearing, heard);
    case 'notice':
      return ignored(heard.kind);
    case 'unreadable':
      return failed(heard.reason);
  }
}

/** What became of a message; a failure that comes late means as much for others as one that comes at once. */
async function hearReceipt(hearing: Hearing, heard: HeardReceipt): Promise<Verdict> {
  const verdict = hearAbout(hearing, heard);
  if (verdict.outcome === 'applied') await followReceipt(hearing, heard);
  return verdict;
}

/** The provider says something about the account itself; what stops sending pauses the channel until an admin acts. */
async function hearAccount(hearing: Hearing, heard: HeardAccount): Promise<Verdict> {
  const { tx, ledger, channelId } = hearing;
  const { severity, event, detail } = heard;
  if (severity === 'paused') await pauseChannel(tx, ledger, channelId, `${event}: ${detail}`);
  await keepAccountNews(hearing, heard);
  return APPLIED;
}
