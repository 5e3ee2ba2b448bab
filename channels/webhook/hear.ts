import type { z } from 'zod';
import { type Heard, type HeardContent, type LateProblem, PROBLEM_CODES, type ProblemCode, type Who } from '../../src/ports/channel';
import { isObject, type Json, objectOf, timeOf, tooDeep, wordOf } from '../common/json';
import { hearPart, kept, notice, type Place, Unreadable } from '../common/place';
import { speakable } from '../common/speakable';
import { whoIs } from './identity';
import { CONTENTS, DEEDS, Named, Spoken, Whose } from './shapes';

/** Everything that a POST to the webhook says: one event, or several. */
export function hear(told: unknown): Heard[] {
  const several = Array.isArray(told) ? told : isObject(told) && Array.isArray(told.events) ? told.events : null;
  if (several?.length === 0) return [notice({ account: null, raw: told }, 'empty')];
  return (several ?? [told])
    .flatMap((event: unknown) => hearPart({ account: null, raw: event }, (place) => hearEvent(place, event)))
    .map(kept);
}

type Hear = (place: Place, event: Json) => Heard[];

/** By the member that says what happened; where several stand together, the first here is it. */
const EVENTS: ReadonlyMap<string, Hear> = new Map<string, Hear>([
  ['message', (place, event) => [{ type: 'message', ...spoken(place, event, 'message'), from: framed(event).who }]],
  ['echo', (place, event) => [{ type: 'echo', ...spoken(place, event, 'echo'), to: framed(event).who }]],
  ['edit', edit],
  ['deletion', deletion],
  ['reaction', reaction],
  ['receipt', receipt],
  ['typing', (place) => [notice(place, 'typing')]],
]);

const FRAME: ReadonlySet<string> = new Set(['id', 'contact', 'at']);

function hearEvent(place: Place, event: unknown): Heard[] {
  if (!isObject(event) || Array.isArray(event.events)) throw new Unreadable('the event is not an object');
  // What is nested so deep is not walked; `kept` says so.
  if (tooDeep(event)) return [notice(place, 'deep')];
  for (const [name, hearIt] of EVENTS) if (event[name] !== undefined) return hearIt(place, event);
  const unknown = Object.keys(event).filter((name) => !FRAME.has(name));
  if (unknown.length > 0 || event.contact === undefined)
    return [notice(place, unknown.length > 0 ? `unknown_event:${unknown.join(',')}` : 'empty')];
  return met(place, event);
}

/** The part of the event as its shape has it; says which member is wrong, and never what stood there. */
function read<Shape extends z.ZodType>(shape: Shape, value: unknown, where = ''): z.output<Shape> {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const named = [where, ...path].filter((part) => part !== '').join('.');
  const isMissing = path.reduce<unknown>((part, key) => objectOf(part)[String(key)], value) === undefined;
  throw new Unreadable(`${named || 'the event'}: ${isMissing ? 'is missing' : (WRONG.get(issue?.code ?? '') ?? 'is not as described')}`);
}

const WRONG: ReadonlyMap<string, string> = new Map([
  ['too_big', 'is too long or too large'],
  ['too_small', 'is too short or too small'],
]);

function framed(event: Json): { readonly who: Who; readonly at: number | null } {
  return { who: whoIs(read(Whose, event).contact), at: momentOf(event.at) };
}

/** Seconds, milliseconds, or ISO 8601. */
function momentOf(at: unknown): number | null {
  const parsed = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isSafeInteger(parsed) && parsed > 0 ? parsed : timeOf(at);
}

function spoken(place: Place, event: Json, name: 'message' | 'echo') {
  const { id } = read(Named, event);
  const { replyTo } = read(Spoken, event[name], name);
  return {
    ...place,
    id: String(id),
    at: framed(event).at,
    content: contentOf(event[name], name),
    replyTo: replyTo == null ? null : String(replyTo),
  };
}

/** What is said; of a type that is not ours, that something was said. */
function contentOf(said: unknown, where: string): HeardContent {
  const type = wordOf(objectOf(said).type);
  if (type === null) throw new Unreadable(`${where}.type: is missing`);
  if (!Object.hasOwn(CONTENTS, type)) return { type: 'unsupported', kind: type.slice(0, 100), raw: said };
  const content = read(CONTENTS[type as keyof typeof CONTENTS], said, where);
  return 'url' in content && MEDIA.has(content.type) ? mediaOf(content as z.infer<typeof CONTENTS.image>) : (content as HeardContent);
}

/** What is known of a file whose type nobody named. */
// biome-ignore format: a table is read in columns
const MEDIA: ReadonlyMap<string, string> = new Map([
  ['image', 'image/*'], ['video', 'video/*'], ['audio', 'audio/*'], ['voice', 'audio/*'], ['sticker', 'image/*'], ['document', 'application/octet-stream'],
]);

function mediaOf({ url, mime, ...media }: z.infer<typeof CONTENTS.image>): HeardContent {
  return { ...media, source: { id: null, url, sha256: null }, mime: mime ?? MEDIA.get(media.type) ?? '' };
}

function edit(place: Place, event: Json): Heard[] {
  const { messageId, by, message } = read(DEEDS.edit, event.edit, 'edit');
  return [{ type: 'edit', ...place, target: String(messageId), by, ...framed(event), content: contentOf(message, 'edit.message') }];
}

function deletion(place: Place, event: Json): Heard[] {
  const { messageId, by } = read(DEEDS.deletion, event.deletion, 'deletion');
  return [{ type: 'deletion', ...place, target: String(messageId), by, ...framed(event) }];
}

function reaction(place: Place, event: Json): Heard[] {
  const { messageId, by, emoji } = read(DEEDS.reaction, event.reaction, 'reaction');
  return [{ type: 'reaction', ...place, target: String(messageId), by, emoji: emoji || null, ...framed(event) }];
}

function receipt(place: Place, event: Json): Heard[] {
  const { messageId, reference, upTo, status, error } = read(DEEDS.receipt, event.receipt, 'receipt');
  if (messageId === undefined && reference === undefined) throw new Unreadable('receipt: names no message');
  const failed = status === 'failed' ? { error: problemOf(error) } : {};
  return [
    {
      type: 'receipt',
      ...place,
      id: messageId === undefined ? null : String(messageId),
      ...(reference === undefined ? {} : { reference }),
      ...(upTo ? { upTo } : {}),
      who: event.contact == null ? null : framed(event).who,
      status,
      at: momentOf(event.at),
      ...failed,
    },
  ];
}

const KNOWN: ReadonlySet<string> = new Set(PROBLEM_CODES);

/** Why a message did not arrive: by one of the desk's own codes, else in the provider's words. */
export function problemOf(error: { readonly code?: string | number; readonly message?: string } | undefined): LateProblem {
  const code = error?.code === undefined ? null : String(error.code).slice(0, 100);
  const known = code !== null && KNOWN.has(code);
  return {
    code: known ? (code as ProblemCode) : 'unknown',
    providerCode: code,
    detail: speakable(error?.message || 'The provider gave no reason', []),
  };
}

function met(place: Place, event: Json): Heard[] {
  const email = wordOf(objectOf(event.contact).email);
  return [{ type: 'met', ...place, ...framed(event), ...(email === null ? {} : { facts: { email } }) }];
}
