import type { CannedReply } from '../../domain/canned';
import type { CannedReplyJson } from '../schemas/canned';
import { iso } from './time';

export const cannedReplyJson = ({ createdAt, updatedAt, ...reply }: CannedReply): CannedReplyJson => ({
  ...reply,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});
