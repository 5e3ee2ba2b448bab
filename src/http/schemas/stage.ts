import { z } from 'zod';
import { STAGE_COLORS } from '../../domain/stages';
import { Flag, PageQuery, words } from './shared';

const Color = z.enum(STAGE_COLORS);

export const StageShape = z
  .object({
    key: z.string(),
    name: z.string(),
    color: Color,
    system: z.boolean().meta({ description: 'Set by the desk; can\u2019t be changed or deleted.' }),
    tickets: z.int().optional().meta({ description: 'How many of the tickets that you may see are in it; with `usage=true`.' }),
  })
  .meta({ id: 'Stage' });
export type StageJson = z.input<typeof StageShape>;

export const StagesQuery = PageQuery.extend({ usage: Flag.optional().meta({ description: 'Count the tickets in each.' }) });
export const NewStage = z.strictObject({ name: words(64), color: Color });
export const StagePatch = z.strictObject({ name: words(64).optional(), color: Color.optional() });
export const StageOrder = z.strictObject({ keys: z.array(words(64)).max(200) }).meta({ description: 'Every stage once, first to last.' });
export const StageRemoved = z.object({ tickets: z.int().meta({ description: 'How many tickets moved to `open`.' }) });
