import type { Source } from '../../emulator';
import type { Desk } from '../actions/desk';
import { liveTrialChannels } from '../actions/trial/trial-channels';
import type { PhoneThread, Trial, TrialNetwork, TrialState } from '../ports/trial';
import { act, type Board, close, end, handOf, resume, start } from './board';
import { dialOf, messagesIn, numbered, weatherOf } from './phone';
import { BUSINESS, CUSTOMER, NETWORK_OF } from './plan';
import { WHO } from './twin';

interface TrialOptions {
  readonly allowed: boolean;
  /** The twin's clock; the machine's when left out. */
  readonly time?: Source;
}

export interface OpenTrial extends Trial {
  /** The desk listens there now: a trial of an earlier start goes on, or is paused where it is not allowed any more. */
  serve(address: string): Promise<void>;
  /** Closes the phone; the trial stays for the next start. */
  close(): Promise<void>;
}

/** The trial of this process. Nothing of it is loaded or open until one is on. */
export function openTrial(desk: Desk, { allowed, time }: TrialOptions): OpenTrial {
  const board: Board = { desk, allowed, time, address: '', open: null };
  const alone = inTurn();
  const number = numbered(desk.clock.now());
  return {
    allowed,
    state: () => stateOf(board),
    start: (acting) => alone(() => start(board, acting)).then(() => stateOf(board)),
    end: (acting) => alone(() => end(board, acting)),
    thread: (network) => number(network, threadOf(board, network)),
    say: (network, text) => act(board, network, 'say', { text }),
    tap: (network, message, choice) => act(board, network, 'say', { type: 'tap', message, id: choice }),
    react: (network, message, emoji) => act(board, network, 'react', { message, emoji }),
    weather: () => weatherOf(handOf(board).twin),
    async setWeather(weather) {
      const { twin } = handOf(board);
      await twin.act('dial', dialOf(weather));
      return weatherOf(twin);
    },
    serve: (address) => alone(() => resume(board, address)),
    close: () => alone(() => close(board)),
  };
}

/** One after the other: two who begin at once begin one trial. */
function inTurn(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

async function stateOf({ desk, allowed, open }: Board): Promise<TrialState> {
  const house = await desk.house.refresh();
  const channels = liveTrialChannels(house);
  const { name, phone, username } = CUSTOMER;
  return {
    allowed,
    on: open !== null,
    since: channels[0]?.trialSince ?? null,
    channels: channels.map(({ id, kind, name: called }) => {
      const network = NETWORK_OF[kind] ?? 'whatsapp';
      return { id, kind, name: called, network, business: BUSINESS[network] };
    }),
    botId: house.bots.find(({ trialSince, deletedAt }) => trialSince !== null && deletedAt === null)?.id ?? null,
    customer: { name, phone, username },
  };
}

function threadOf(board: Board, network: TrialNetwork): Omit<PhoneThread, 'rev'> {
  const { twin, accounts } = handOf(board);
  const { messages, typing } = twin.thread(accounts.get(network) ?? '', WHO);
  return { business: BUSINESS[network], typing, messages: messagesIn(messages) };
}
