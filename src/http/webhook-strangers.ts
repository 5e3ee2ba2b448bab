import { SIGNS } from '../domain/signs';
import type { Instant } from '../domain/ticket';
import { type Directories, type Line, secretsOf } from './webhook-directory';
import type { Told } from './webhook-signer';

/** By what a POST that no secret of its channel has signed is remembered. */
export type Strangers = (line: Line, told: Told) => string[];

/** Who is refused may call often: whose secret it was is asked for once in this time. */
const LOOK_EVERY = 10_000;

/** Looks whether it was signed with the secret of another app's channel: then its URL was pasted in the wrong place. */
export function strangers(known: Directories): Strangers {
  const looked = new Map<string, Instant>();
  return (line, { raw, headers, at }) => {
    const { id } = line.channel;
    const names: string[] = [SIGNS.badSignature];
    if (at - (looked.get(id) ?? Number.NEGATIVE_INFINITY) < LOOK_EVERY) return names;
    looked.set(id, at);
    const signed = (secret: string) => line.webhook.signed(raw, headers as Record<string, string | undefined>, [secret], at);
    const whose = known
      .now()
      .strangers(line)
      .find((other) => secretsOf(other, at).some(signed));
    return whose ? [...names, SIGNS.foreign + whose.channel.id] : names;
  };
}
