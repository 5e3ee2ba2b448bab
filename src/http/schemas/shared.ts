import { z } from 'zod';
import { clean } from '../../domain/text';

export const Id = z.string().meta({ description: 'Opaque.' });
export const Time = z.iso.datetime().meta({ description: 'ISO 8601, UTC, milliseconds.' });

/** A text for people: at least one visible character. */
export const words = (max: number) => z.string().trim().min(1, 'can\u2019t be empty').max(max);

export const Email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'expected an e-mail address');
export const Password = z.string().min(8, 'at least 8 characters').max(1024);

/** The query of a list. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many at most.' }),
  cursor: z.string().max(1024).optional().meta({ description: 'From `nextCursor` of the page before.' }),
});

export const pageOf = ({ limit, cursor }: z.output<typeof PageQuery>) => ({ limit, cursor: cursor || null });

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable().meta({ description: 'null on the last page.' }) });
}

/** A filter with several values: repeated, or separated by commas. */
export function several<Item extends z.ZodType<string>>(item: Item, says: string) {
  const split = (given: unknown) => (given === undefined ? undefined : [given].flat().flatMap((text) => clean(String(text)).split(',')));
  return z
    .preprocess(split, z.array(item).min(1).max(100).optional())
    .meta({ description: `${says} Repeat it, or separate values with commas.` });
}

/** `true` or `false` in a query. */
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const Named = z.object({ id: Id, name: z.string() });

/** Whom a decision passed over. */
export const PassedOver = z.array(z.object({ agentId: Id, name: z.string(), why: z.string() }));

/** The body of an action that needs none. */
export const Nothing = z.strictObject({});
