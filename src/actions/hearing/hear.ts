import type { Heard, HeardAccount, HeardIdentity } from '../../ports/channel';
import { isOfTheDatabase } from '../../ports/store';
import { pauseChannel } from '../channels/channel-state';
import { hearAbout } from './hear-about';
import { hearEcho } from './hear-echo';
import { hearMessage } from './hear-message';
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
    case 'reaction':
    case 'edit':
    case 'deletion':
      return hearAbout(hearing, heard);
    case 'identity':
      return hearIdentity(hearing, heard);
    case 'account':
      return hearAccount(hearing, heard);
    case 'notice':
      return ignored(heard.kind);
    case 'unreadable':
      return failed(heard.reason);
  }
}

/** Somebody has another number or id from now on: answers go there. What is told again changes nothing. */
function hearIdentity({ ledger, chatId, isNewKey }: Hearing, { now }: HeardIdentity): Verdict {
  if (chatId === null) return ignored('unknown_person');
  if (!now.keys.some(isNewKey)) return ignored('nothing_new');
  const chat = ledger.chat(chatId);
  ledger.saveChat({ ...chat, address: { ...chat.address, ...now.address } });
  return APPLIED;
}

/** The provider says something about the account itself; what stops sending pauses the channel until an admin acts. */
async function hearAccount({ tx, ledger, channelId }: Hearing, { severity, event, detail }: HeardAccount): Promise<Verdict> {
  if (severity === 'paused') await pauseChannel(tx, ledger, channelId, `${event}: ${detail}`);
  return APPLIED;
}
