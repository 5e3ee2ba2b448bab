import type { Channel } from '../../api/types';
import { inFields } from './config-form';

const ACCOUNTS = ['phoneNumberId', 'accountId', 'pageId', 'appId', 'outboundUrl'] as const;

/** Which account at the network: the number that its owner knows it by there. */
export const accountOf = ({ config }: Channel): string | null =>
  ACCOUNTS.map((name) => inFields(config)[name]).find((value) => value !== undefined) ?? null;
