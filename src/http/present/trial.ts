import type { PhoneMessage, PhoneThread, TrialState } from '../../ports/trial';
import type { PhoneJson, PhoneMessageJson, TrialJson } from '../schemas/trial';
import { iso, isoOrNull } from './time';

export const trialJson = ({ channels, since, customer, ...state }: TrialState): TrialJson => ({
  ...state,
  since: isoOrNull(since),
  channels: channels.map((channel) => ({ ...channel })),
  customer: { ...customer },
});

export function phoneJson({ rev, business, typing, messages }: PhoneThread, after: number | undefined): PhoneJson {
  return { rev, thread: rev === after ? null : { business, typing, messages: messages.map(phoneMessageJson) } };
}

export const phoneMessageJson = ({ at, choices, reactions, ...message }: PhoneMessage): PhoneMessageJson => ({
  ...message,
  at: iso(at),
  choices: choices.map((choice) => ({ ...choice })),
  reactions: { ...reactions },
});
