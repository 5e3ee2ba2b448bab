import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PhoneJson, PhoneMessageJson, TrialJson } from '../../src/http/schemas/trial';
import { ask, get } from '../api/ask';
import type { Page, Ticket } from '../api/types';

export type PhoneMessage = PhoneMessageJson;
export type Trial = TrialJson;
export type Network = Trial['channels'][number]['network'];
type Thread = NonNullable<PhoneJson['thread']>;

export interface Weather {
  readonly duplicate: number;
  readonly reorder: number;
  readonly errors: number;
  readonly delay: number;
}

const SECOND = 1_000;

export const trialQuery = queryOptions({ queryKey: ['trial'], queryFn: ({ signal }) => get<Trial>('/trial', signal) });
export const weatherQuery = queryOptions({
  queryKey: ['trial', 'weather'],
  queryFn: ({ signal }) => get<Weather>('/trial/weather', signal),
});

/** Networks whose phone has been asked before, with what it said: the next answer is short when nothing is new. */
const said = new Map<Network, { readonly rev: number; readonly thread: Thread }>();

async function phoneNow(network: Network, signal?: AbortSignal): Promise<Thread> {
  const known = said.get(network);
  const { rev, thread } = await get<PhoneJson>(`/trial/phone?network=${network}${known ? `&after=${known.rev}` : ''}`, signal);
  const now = thread ?? known?.thread ?? { business: '', typing: false, messages: [] };
  said.set(network, { rev, thread: now });
  return now;
}

/** The phone's screen, asked again each second, like a phone that lies on the table. */
export function usePhone(network: Network) {
  return useQuery({
    queryKey: ['trial', 'phone', network],
    queryFn: ({ signal }) => phoneNow(network, signal),
    refetchInterval: SECOND,
    staleTime: 0,
  }).data;
}

export const say = (network: Network, text: string) => ask<PhoneMessage>('POST', '/trial/phone/say', { body: { network, text } });
export const tap = (network: Network, message: string, id: string) =>
  ask<PhoneMessage>('POST', '/trial/phone/tap', { body: { network, message, id } });
export const setWeather = (weather: Partial<Weather>) => ask<Weather>('PUT', '/trial/weather', { body: weather });

/** The tickets that the trial has made, newest first; enough of them to see how far one has come. */
export function useTrialTickets(channels: readonly string[]): readonly Ticket[] {
  const { data } = useQuery({
    queryKey: ['trial', 'tickets', ...channels],
    queryFn: ({ signal }) => get<Page<Ticket>>(`/tickets?limit=20&channel=${channels.join(',')}`, signal),
    refetchInterval: 2 * SECOND,
    enabled: channels.length > 0,
  });
  return data?.data ?? [];
}
