import type { Parcel } from '../actions/hearing/intake';
import type { Heard } from '../ports/channel';
import type { Signed } from './webhook-signer';

/** One app, one URL, many accounts: each event goes to the channel of its account, or is kept as `unrouted`. */
export function parcelsOf({ directory, line, secret }: Signed, heard: readonly Heard[], at: number): Parcel[] {
  const parcels = new Map<string, { channelId: string; heard: Heard[]; unrouted?: true }>();
  for (const one of heard) {
    const owner = one.account === null ? (line.live ? line : undefined) : directory.owner(line, one.account, secret, at);
    const key = owner?.channel.id ?? '';
    const parcel =
      parcels.get(key) ?? (owner ? { channelId: key, heard: [] } : { channelId: line.channel.id, heard: [], unrouted: true as const });
    parcel.heard.push(one);
    parcels.set(key, parcel);
  }
  return [...parcels.values()];
}
