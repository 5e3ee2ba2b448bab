import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '../domain/ticket';
import { type Directories, type Directory, type Line, secretsOf } from './webhook-directory';

/** A POST whose signature is right. */
export interface Signed {
  readonly directory: Directory;
  readonly line: Line;
  /** The secret that signed these bytes. */
  readonly secret: string;
}

export interface Told {
  readonly raw: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly at: Instant;
}

/** Who signed, or undefined. Another process may have learned a new secret: it is looked for once before that is a no. */
export async function signerOf(known: Directories, line: Line, told: Told): Promise<Signed | undefined> {
  const former = known.now();
  const signed = signerIn(former, line, told);
  if (signed) return signed;
  const renewed = await known.renewed();
  const now = renewed.line(line.channel.id);
  return renewed === former || !now ? undefined : signerIn(renewed, now, told);
}

/** A deleted channel's URL takes what its siblings' secrets sign. */
function signerIn(directory: Directory, line: Line, { raw, headers, at }: Told): Signed | undefined {
  const signers = line.live ? [line] : [line, ...directory.siblings(line)];
  const secrets = signers.flatMap((signer) => secretsOf(signer, at));
  const secret = secrets.find((known) => line.webhook.signed(raw, headers as Record<string, string | undefined>, [known], at));
  return secret === undefined ? undefined : { directory, line, secret };
}
