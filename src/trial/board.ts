import type { MessageView, Source, Twin } from '../../emulator';
import type { Desk } from '../actions/desk';
import { beginTrial } from '../actions/trial/begin-trial';
import { eraseTrial } from '../actions/trial/erase-trial';
import { holdTrial } from '../actions/trial/hold-trial';
import { liveTrialChannels, trialChannels } from '../actions/trial/trial-channels';
import type { Acting } from '../domain/acts';
import { Refusal } from '../domain/errors';
import type { House } from '../ports/store';
import type { PhoneMessage, TrialNetwork } from '../ports/trial';
import { phoneMessage, refuse } from './phone';
import { planTrial } from './plan';
import { accountsOf, openTwinFor, WHO } from './twin';

/** What the process holds of its trial; `open` while the phone answers. */
export interface Board {
  readonly desk: Desk;
  readonly allowed: boolean;
  readonly time: Source | undefined;
  /** Where the desk is reached from this machine; known once it listens. */
  address: string;
  open: { readonly twin: Twin; readonly accounts: ReadonlyMap<TrialNetwork, string> } | null;
}

const NOT_ALLOWED = 'The trial is allowed only where HOST is a loopback address, or with TRIAL=on.';
const BROKEN = 'The built-in phone could not be opened; the log says why.';

export async function start(board: Board, acting?: Acting): Promise<void> {
  const { desk } = board;
  if (!board.allowed) throw new Refusal('trial_not_allowed', NOT_ALLOWED);
  if (board.open) return;
  const present = liveTrialChannels(await desk.house.refresh()).length > 0;
  if (!present) await beginAnew({ ...desk, acting });
  await goOn(board).catch(async (error: unknown) => {
    if (!present) await eraseTrial(desk);
    throw error;
  });
}

/** What an end that broke off has left goes first. */
async function beginAnew(desk: Desk): Promise<void> {
  if (hasTrace(desk.house.current())) await eraseTrial(desk);
  await beginTrial(desk, planTrial());
}

async function goOn(board: Board): Promise<void> {
  const { desk, address, time } = board;
  const channels = liveTrialChannels(desk.house.current());
  const twin = await openTwinFor(desk, channels, { address, time });
  board.open = { twin, accounts: accountsOf(channels) };
  if (desk.trialLine) desk.trialLine.url = twin.url;
  await holdTrial(desk, { reason: null });
}

/** The trial of an earlier start goes on, or its channels say why it does not. */
export async function resume(board: Board, address: string): Promise<void> {
  const { desk, allowed } = board;
  board.address = address;
  if (liveTrialChannels(await desk.house.refresh()).length === 0) return;
  if (!allowed) return holdTrial(desk, { reason: NOT_ALLOWED });
  await goOn(board).catch(async (cause: unknown) => {
    desk.log.error('the trial could not go on', { cause });
    await holdTrial(desk, { reason: BROKEN });
  });
}

export async function end(board: Board, acting?: Acting): Promise<void> {
  await close(board);
  if (hasTrace(await board.desk.house.refresh())) await eraseTrial({ ...board.desk, acting });
}

export async function close(board: Board): Promise<void> {
  const { open, desk } = board;
  board.open = null;
  if (desk.trialLine) desk.trialLine.url = null;
  await open?.twin.close();
}

const hasTrace = (house: House): boolean => trialChannels(house).length > 0 || house.bots.some(({ trialSince }) => trialSince !== null);

export function handOf({ open }: Board): NonNullable<Board['open']> {
  if (!open) throw new Refusal('not_found', 'No trial is on.');
  return open;
}

/** The customer does something on the phone. */
export async function act(board: Board, network: TrialNetwork, verb: 'say' | 'react', input: object): Promise<PhoneMessage> {
  const { twin, accounts } = handOf(board);
  const view = await twin
    .act(verb, { account: accounts.get(network), customer: WHO, ...input })
    .catch((error: unknown) => refuse(twin, error));
  return phoneMessage(view as unknown as MessageView);
}
