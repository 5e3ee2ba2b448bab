import { z } from 'zod';
import { CANNED_VARIABLES, unknownVariables } from '../../domain/canned';
import { Id, PageQuery, Time, words } from './shared';

const Shortcut = words(64)
  .regex(/^[^\s/]\S*$/, 'expected one word, without the slash')
  .meta({ description: 'One word; no two differ only in case.' });

const Text = z
  .string()
  .regex(/\S/, 'can\u2019t be empty')
  .max(4096)
  .superRefine((text, context) => {
    const [unknown] = unknownVariables(text);
    if (unknown === undefined) return;
    context.addIssue({ code: 'custom', message: `{{${unknown}}} is no variable` });
  })
  .meta({ description: `May have ${CANNED_VARIABLES.map((name) => `\`{{${name}}}\``).join(', ')}, which the web app fills in.` });

export const CannedReplyShape = z
  .object({ id: Id, shortcut: z.string(), title: z.string(), text: z.string(), createdAt: Time, updatedAt: Time, version: z.int() })
  .meta({ id: 'CannedReply' });
export type CannedReplyJson = z.input<typeof CannedReplyShape>;

export const CannedQuery = PageQuery.extend({
  q: z.string().trim().max(256).default('').meta({ description: 'The beginning of a shortcut, or a word of the title or text.' }),
});

export const NewCannedReply = z.strictObject({ shortcut: Shortcut, title: words(128), text: Text });
export const CannedReplyPatch = NewCannedReply.partial();
