import { z } from 'zod';
import { PRIORITIES } from '../../domain/ticket';
import { TICKET_SORTS } from '../../ports/store';
import { Id, Time, words } from './shared';
import { Status } from './ticket';

const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(100).optional();

const Query = z
  .strictObject({
    status: some(Status),
    stage: some(words(64)),
    assignee: some(words(64)).meta({ description: 'Agent ids, `me` for whoever looks, or `none`.' }),
    team: some(words(64)).meta({ description: 'Team ids, or `none`.' }),
    channel: some(words(64)),
    priority: some(z.enum(PRIORITIES)),
    tag: some(words(64)),
    unread: z.boolean().optional(),
    mentioned: z.enum(['me', 'unseen']).optional().meta({ description: 'Whoever looks is named by a note.' }),
    q: words(256).optional(),
    sort: z.enum(TICKET_SORTS).optional(),
  })
  .meta({ id: 'ViewQuery', description: 'What `GET /tickets` takes of filters and order, lists as lists.' });

export const ViewShape = z
  .object({
    id: Id,
    name: z.string(),
    query: Query,
    shared: z.boolean().meta({ description: 'For everybody; changed by admins only.' }),
    own: z.boolean(),
    position: z.int().meta({ description: 'The place in your own order, from 1.' }),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'View' });
export type ViewJson = z.input<typeof ViewShape>;

export const NewView = z.strictObject({ name: words(64), query: Query, shared: z.boolean().default(false) });
export const ViewPatch = z.strictObject({
  name: words(64).optional(),
  query: Query.optional().meta({ description: 'Takes the place of the former one as a whole.' }),
  shared: z.boolean().optional(),
});
export const ViewOrder = z
  .strictObject({ ids: z.array(Id).max(1000) })
  .meta({ description: 'Every view that you see once, first to last.' });

/** Counting stops there: a screen says 999+. */
export const MOST_COUNTED = 1000;
export const ViewCounts = z.record(z.string(), z.int().max(MOST_COUNTED)).meta({
  description: 'Tickets of each view by its id, as you see them. 1000 stands for that many or more.',
});
