import { z } from 'zod';
import { MEDIA_PROBLEMS, MEDIA_STATES } from '../../domain/content';

export const MediaShape = z
  .object({
    id: z.string(),
    state: z.enum(MEDIA_STATES),
    mime: z.string().meta({ description: 'What the bytes are, whatever the file is called.' }),
    bytes: z.number(),
    fileName: z.string().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    preview: z.boolean().meta({ description: 'Whether there is a small picture of it.' }),
    problem: z.enum(MEDIA_PROBLEMS).nullable().meta({ description: 'Why it is not here, or why there is no small picture of it.' }),
  })
  .meta({ id: 'Media', description: 'A file.' });
export type MediaJson = z.infer<typeof MediaShape>;

export const UploadQuery = z.object({
  fileName: z.string().max(1000).optional().meta({ description: 'Of a body that is the file itself.' }),
});
