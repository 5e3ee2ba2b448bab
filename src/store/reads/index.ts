import type { Clock } from '../../ports/clock';
import type { Reads } from '../../ports/store';
import { accessReads } from '../access';
import { accountReads } from '../accounts';
import { channelReads } from '../channels';
import type { Database } from '../database';
import { countedReads } from '../figures/counted';
import { figureDriftReads } from '../figures/drift';
import { figureReads } from '../figures/folding';
import { formerReads } from '../figures/former';
import { figureHistoryReads } from '../figures/history';
import { liveFigureReads } from '../figures/live';
import { packedReads } from '../figures/packed';
import { pastReads } from '../figures/past';
import { recordReads } from '../figures/replay';
import { replayReads } from '../figures/replays';
import { reportReads } from '../figures/reports';
import { columnReads } from '../figures/summary';
import { healthReads } from '../health';
import { identityReads } from '../identities';
import { mediaReads } from '../media';
import { pauseReads } from '../pauses';
import { personalReads } from '../personal';
import { presenceReads } from '../presence';
import { providerMediaReads } from '../provider-media';
import { queueReads } from '../queue';
import { teamReads } from '../teams';
import { templateReads } from '../templates';
import { togetherReads } from '../together';
import { chatReads } from './chats';
import { agentReads, deskReads } from './desk';
import { dueReads } from './due';
import { placeReads } from './places';
import { tagReads } from './tags';
import { ticketReads } from './tickets';
import { webhookReads } from './webhooks';

/** What screens and loops ask, of committed data only. */
export const readsOf = (database: Database, clock: Clock): Reads => ({
  ...deskReads(database),
  ...agentReads(database),
  ...webhookReads(database),
  ...ticketReads(database),
  ...tagReads(database),
  ...chatReads(database),
  ...identityReads(database),
  ...dueReads(database, clock),
  ...accountReads(database),
  ...accessReads(database),
  ...pauseReads(database),
  ...healthReads(database),
  ...figureReads(database),
  ...recordReads(database),
  ...replayReads(database),
  ...figureHistoryReads(database),
  ...figureDriftReads(database),
  ...packedReads(database),
  ...liveFigureReads(database),
  ...columnReads(database),
  ...countedReads(database),
  ...mediaReads(database),
  ...personalReads(database),
  ...placeReads(database),
  ...presenceReads(database),
  ...providerMediaReads(database),
  ...queueReads(database),
  ...teamReads(database),
  ...templateReads(database),
  ...channelReads(database),
  ...togetherReads(database),
  ...formerReads(database),
  ...pastReads(database),
  ...reportReads(database),
});
