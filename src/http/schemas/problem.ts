import { z } from 'zod';

export const ProblemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'With 422: each wrong field.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Some codes carry more: `from`, `action`, `allowedActions`, `ticketId`, `retryAfter`.' });
