import type { MessageContext } from '../../domain/content';
import type { MessageJson } from '../schemas/message';

type Kept = Readonly<Record<string, unknown>>;

const MARKS = [
  'forwarded',
  'frequentlyForwarded',
  'contactRequested',
  'missed',
  'likeHeart',
] as const satisfies readonly (keyof MessageContext)[];

/** What each part is made of. */
const PARTS = {
  referral: ['source', 'id', 'url', 'title', 'text', 'ref', 'clickId'],
  product: ['catalogId', 'productId'],
  story: ['id'],
} as const satisfies { readonly [name in keyof MessageContext]?: readonly (keyof NonNullable<MessageContext[name]>)[] };

/** What the desk knows how to say of a message's context; null when that is nothing. Other and older facts stay inside. */
export function contextJson(context: Kept | null): MessageJson['context'] {
  if (context === null) return null;
  const marks = MARKS.flatMap((name) => (context[name] === true ? [[name, true] as const] : []));
  const parts = Object.entries(PARTS).flatMap(([name, members]) => partIn(context[name], members).map((part) => [name, part] as const));
  const told: Kept = Object.fromEntries([...marks, ...parts]);
  return Object.keys(told).length > 0 ? (told as MessageJson['context']) : null;
}

function partIn(value: unknown, members: readonly string[]): Kept[] {
  if (typeof value !== 'object' || value === null || !members.every((member) => member in value)) return [];
  return [Object.fromEntries(members.map((member) => [member, (value as Kept)[member]]))];
}
