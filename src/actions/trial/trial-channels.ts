import type { Channel, House } from '../../ports/store';

/** The channels of the trial, those included that an end which broke off has closed already. */
export const trialChannels = ({ channels }: House): Channel[] => channels.filter(({ trialSince }) => trialSince !== null);

export const liveTrialChannels = (house: House): Channel[] => trialChannels(house).filter(({ deletedAt }) => deletedAt === null);
