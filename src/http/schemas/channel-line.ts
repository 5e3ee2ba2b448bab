import { z } from 'zod';
import { Time, words } from './shared';

export const ChannelLineShape = z
  .object({
    status: z.enum(['starting', 'pairing', 'ready', 'waiting', 'failed']),
    code: z.string().nullable().meta({ description: 'Why, in a word: no_browser, logged_out, unreachable, conflict, refused, …' }),
    says: z.string().nullable(),
    since: Time,
    qr: z.string().nullable().meta({ description: 'What the picture says that the phone is shown; draw it as a QR code.' }),
    pairingCode: z.string().nullable().meta({ description: 'What is typed on the phone instead.' }),
    until: Time.nullable().meta({ description: 'How long the picture or the code holds.' }),
    retryAt: Time.nullable(),
    account: z.string().nullable().meta({ description: 'Whose line it is, as the network says.' }),
  })
  .meta({ id: 'ChannelLine', description: 'The line that the desk holds open to a network that does not call it.' });
export type ChannelLineJson = z.input<typeof ChannelLineShape>;

export const LineWishShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('restart') }),
  z.strictObject({ type: z.literal('pair'), phone: words(32) }),
  z.strictObject({ type: z.literal('log_out') }),
]);
export type LineWishJson = z.input<typeof LineWishShape>;
