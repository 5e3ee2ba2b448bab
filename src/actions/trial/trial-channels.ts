import type { Act } from '../../domain/acts';
import type { Channel, House } from '../../ports/store';

/** The channels of the trial, those included that an end which broke off has closed already. */
export const trialChannels = ({ channels }: House): Channel[] => channels.filter(({ trialSince }) => trialSince !== null);

export const liveTrialChannels = (house: House): Channel[] => trialChannels(house).filter(({ deletedAt }) => deletedAt === null);

/** What the record calls the beginning and the end of a trial. */
export const trialAct = (what: 'began' | 'ended'): Act => ({
  act: `trial.${what}`,
  target: { kind: 'trial', id: 'trial', name: null },
  changes: [],
});
