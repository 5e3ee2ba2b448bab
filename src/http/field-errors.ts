import type { z } from 'zod';
import type { FieldError } from '../domain/errors';

/** zod tells of unknown keys at their parent; we name each of them. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }));
  return [{ path: issue.path.join('.'), message: issue.message }];
}
