import { z } from 'zod';
import { TIMERS } from '../../domain/time';
import { Overrides } from './settings';
import { Id, Time } from './shared';

const Example = z.object({
  id: Id,
  number: z.int(),
  contactName: z.string().nullable(),
  channel: z.object({ id: Id, kind: z.string(), name: z.string() }),
  dueAt: Time.meta({ description: 'When it would have been due under these rules.' }),
});

const Move = z.object({
  kind: z.enum(TIMERS),
  tickets: z.int(),
  movesAt: Time.nullable().meta({
    description:
      'null: at the next look of the desk, within seconds. A change gives no grace by itself; while the desk catches up after a downtime, what idles or closes waits until that ends, which is then named here.',
  }),
  examples: z.array(Example).meta({ description: 'Up to three, those longest overdue.' }),
});

export const PreviewShape = z
  .object({
    tickets: z
      .int()
      .meta({ description: 'How many open tickets would move; each is counted once, under the last timer that would act on it.' }),
    moves: z.array(Move),
    redated: z.int().meta({ description: 'How many other open tickets would have another due time.' }),
  })
  .meta({ id: 'Preview' });
export type PreviewJson = z.input<typeof PreviewShape>;

export const OverridesPreview = z.strictObject({ overrides: Overrides });
