import { z } from 'zod';

const Endpoint = z
  .url({ protocol: /^https$/, error: 'expected an https address' })
  .max(2048)
  .meta({ description: 'As the browser\u2019s push service gave it.' });
const bytes = (pattern: RegExp, says: string) => z.string().regex(pattern, says);

export const PushShape = z
  .object({ publicKey: z.string().meta({ description: '`applicationServerKey` of `pushManager.subscribe`, base64url.' }) })
  .meta({ id: 'PushKey' });

export const NewPushSubscription = z
  .strictObject({
    endpoint: Endpoint,
    keys: z.strictObject({
      p256dh: bytes(/^[A-Za-z0-9_-]{87}=?$/, 'expected 65 bytes in base64url'),
      auth: bytes(/^[A-Za-z0-9_-]{22}={0,2}$/, 'expected 16 bytes in base64url'),
    }),
  })
  .meta({ description: 'From `PushSubscription.toJSON()`, without `expirationTime`.' });

export const OldPushSubscription = z.strictObject({ endpoint: Endpoint });
