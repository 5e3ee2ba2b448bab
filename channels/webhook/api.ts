import { z } from 'zod';
import type { ChannelApi } from '../../src/ports/channel';
import { OUTGOING, OurContact, Refused, Taken, TELLS } from './outgoing';
import { Contact, Event, Said, Told } from './shapes';

/** The protocol as the very schemas describe it that validate what comes and make what goes. */
export function api(): ChannelApi {
  const named = z.registry<{ id: string }>();
  const add = (shape: z.ZodType, id: string) => named.add(shape, { id });
  for (const shape of [Contact, Said, Event, Told, OurContact, OUTGOING, Taken, Refused]) add(shape, String(shape.meta()?.id));
  for (const [name, { shape }] of Object.entries(TELLS)) add(shape, told(name));
  const { schemas } = z.toJSONSchema(named, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  const plain = Object.fromEntries(Object.entries(schemas).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]));
  return {
    shapes: plain,
    takes: 'WebhookTold',
    tells: Object.fromEntries(
      Object.entries(TELLS).map(([name, { says }]) => [name, { says, schema: { $ref: `#/components/schemas/${told(name)}` } }]),
    ),
    answers: { taken: 'WebhookTaken', refused: 'WebhookRefused' },
    headers: HEADERS,
  };
}

const told = (name: string): string => `WebhookTells${name[0]?.toUpperCase()}${name.slice(1)}`;

// biome-ignore format: a table is read in columns
const HEADERS: ChannelApi['headers'] = [
  { name: 'webhook-id',        says: 'Names the call: the same each time that it is repeated.' },
  { name: 'webhook-timestamp', says: 'When this try was made, in seconds since 1970; five minutes early or late are taken.' },
  { name: 'webhook-signature', says: '`v1,` and the base64 of HMAC-SHA256 by the secret over `{id}.{timestamp}.{body}`; several stand with a space between.' },
];
