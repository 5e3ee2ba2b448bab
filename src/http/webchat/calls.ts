import { Transform } from 'node:stream';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Desk } from '../../actions/desk';
import type { Intake } from '../../actions/hearing/intake';
import { takeUpload } from '../../actions/media/take-upload';
import { changedFor, isTheirs, newestFor, revOf, threadsOf } from '../../actions/webchat/following';
import { delivered, introduceVisitor, type PageDoor, say, seen, uploaderOf } from '../../actions/webchat/hand-in';
import { identify } from '../../actions/webchat/identify';
import { isToRenew, signPass } from '../../actions/webchat/passes';
import { endVisitor, newVisitor, sawVisitor, visitorBy } from '../../actions/webchat/visitors';
import { invalid, Refusal } from '../../domain/errors';
import { bareMime } from '../../domain/media-limits';
import { TooLarge } from '../../ports/files';
import type { Media, Visitor } from '../../ports/store';
import { isFull } from '../backpressure';
import { giveFile, givePreview } from '../give-file';
import { pageMessage, pageMessages } from '../present/page-message';
import { DoorRefusal, type ProblemCode } from '../problems';
import {
  PageConfig,
  PageFile,
  PageMessage,
  PageMessageList,
  PageMessageShape,
  PageMessages,
  PageProof,
  PageSeen,
  PageSession,
  PageUpload,
  PageVisitorSession,
} from '../schemas/webchat';
import { takeFile } from '../take-file';
import type { pageIn } from './doorway';
import type { Pages } from './live';
import type { Doing } from './rates';

const MB = 1024 * 1024;
/** Of one file that a visitor hands over. */
const LARGEST = 20 * MB;

/** One call of a page, checked. */
export interface PageCall<Body = unknown, Query = unknown> extends PageDoor {
  readonly page: ReturnType<typeof pageIn>;
  readonly visitor: Visitor;
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly pages: Pages;
  readonly body: Body;
  readonly query: Query;
  readonly params: Readonly<Record<string, string>>;
  readonly request: Request;
  readonly response: Response;
}

/** `by`: whether it takes a token. What is answered goes out as JSON. */
export interface PageRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly by: 'anyone' | 'visitor';
  readonly counts: Doing;
  readonly says: string;
  readonly status: number;
  readonly answer?: z.ZodType;
  readonly refuses?: readonly ProblemCode[];
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly handle: (call: PageCall<never, never>) => Promise<Answer | null>;
}

/** Without a status: that of its row. */
interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

type Route<B, Q> = Omit<PageRoute, 'body' | 'query' | 'handle'> & {
  readonly body?: B;
  readonly query?: Q;
  readonly handle: (call: PageCall<OutputOf<B>, OutputOf<Q>>) => ReturnType<PageRoute['handle']>;
};
type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

const route = <B extends z.ZodType | undefined = undefined, Q extends z.ZodType | undefined = undefined>(row: Route<B, Q>): PageRoute =>
  row as unknown as PageRoute;

const file = { method: 'get', by: 'visitor', counts: 'read', status: 200, refuses: ['media_not_ready', 'gone'] } as const;

/** What a page may call, below the address of its channel. */
export const CALLS: readonly PageRoute[] = [
  route({
    method: 'get',
    path: '/config',
    by: 'anyone',
    counts: 'read',
    says: 'How the chat looks, what it takes, and whether somebody is there.',
    status: 200,
    answer: PageConfig,
    handle: configOf,
  }),
  route({
    method: 'post',
    path: '/session',
    by: 'anyone',
    counts: 'begin',
    says: 'Begins a session, or goes on with that of a token that holds. Nothing is stored yet.',
    body: PageSession,
    status: 200,
    answer: PageVisitorSession,
    handle: begin,
  }),
  route({
    method: 'post',
    path: '/identify',
    by: 'visitor',
    counts: 'identify',
    says: 'The site proves who its visitor is: `signature` is the HMAC-SHA256 of `externalId` with the channel’s `identitySecret`, in hex. The token of before is over.',
    body: PageProof,
    status: 200,
    answer: PageVisitorSession,
    refuses: ['forbidden'],
    handle: prove,
  }),
  route({
    method: 'post',
    path: '/sign-out',
    by: 'visitor',
    counts: 'identify',
    says: 'Ends the session; a new visitor begins.',
    status: 200,
    answer: PageVisitorSession,
    handle: signOut,
  }),
  route({
    method: 'get',
    path: '/messages',
    by: 'visitor',
    counts: 'read',
    says: 'The newest messages; those before one; or what has come and changed since `after`.',
    query: PageMessages,
    status: 200,
    answer: PageMessageList,
    handle: read,
  }),
  route({
    method: 'post',
    path: '/messages',
    by: 'visitor',
    counts: 'write',
    says: 'Writes. Answered when it is stored; the same `clientId` once more answers 200 with the same message.',
    body: PageMessage,
    status: 201,
    answer: PageMessageShape,
    handle: write,
  }),
  route({
    method: 'post',
    path: '/files',
    by: 'visitor',
    counts: 'file',
    says: 'Hands a file over, as the body itself, to be named by a message.',
    query: PageUpload,
    status: 201,
    answer: PageFile,
    handle: upload,
  }),
  route({
    ...file,
    path: '/files/:mediaId',
    says: 'A file of their chat, or the part of it that `Range` asks for.',
    handle: (call) => give(call, giveFile),
  }),
  route({ ...file, path: '/files/:mediaId/preview', says: 'The small picture of a file.', handle: (call) => give(call, givePreview) }),
  route({
    method: 'post',
    path: '/seen',
    by: 'visitor',
    counts: 'read',
    says: 'Everything up to `rev` was read.',
    body: PageSeen,
    status: 204,
    handle: markSeen,
  }),
];

async function configOf({ desk, pages, page: { channel, kind } }: PageCall) {
  const mimes = kind.capabilities.media.document?.mimes ?? [];
  const limits = { text: kind.capabilities.text.max, file: { most: Math.min(LARGEST, desk.files.most), mimes } };
  return { body: { ...kind.page.look(channel.config), online: await pages.isAttended(channel), limits } };
}

type Calling = Omit<PageCall, 'body' | 'query'>;

async function sessionOf({ desk, page }: Calling, visitor: Visitor, token?: string) {
  const { id, generation, name, email, externalId } = visitor;
  return {
    token: token ?? signPass(desk, page.channel.id, { visitorId: id, generation }),
    visitor: { id, name, email, isKnown: externalId !== null },
    rev: revOf(await threadsOf(desk, page, visitor)),
  };
}

async function begin(call: PageCall<z.output<typeof PageSession>>) {
  const { desk, page, body } = call;
  const token = body.token ?? null;
  const known = await visitorBy(desk, page.channel.id, token);
  if (!known) return { body: await sessionOf(call, newVisitor(desk, page.channel.id)) };
  await sawVisitor(desk, known.visitor);
  const isFresh = token !== null && !isToRenew(known.pass, desk.clock.now());
  return { body: await sessionOf(call, known.visitor, isFresh ? token : undefined) };
}

async function prove(call: PageCall<z.output<typeof PageProof>>) {
  const { desk, page, visitor, body, pages } = call;
  const { externalId, name = null, email = null, signature } = body;
  const known = await identify(desk, page, visitor, { externalId, name, email, signature });
  const isSame = known.id === visitor.id && known.generation === visitor.generation;
  if (known !== visitor) await introduceVisitor(call, page, known).catch(lost(desk, 'a name'));
  if (!isSame) pages.end(visitor.id);
  return { body: await sessionOf(call, known, isSame ? tokenOf(call.request) : undefined) };
}

async function signOut(call: PageCall) {
  await endVisitor(call.desk, call.visitor);
  call.pages.end(call.visitor.id);
  return { body: await sessionOf(call, newVisitor(call.desk, call.page.channel.id)) };
}

async function read(call: PageCall<undefined, z.output<typeof PageMessages>>) {
  const { desk, page, visitor, query } = call;
  const { after, before = null, limit } = query;
  const followed = await (after === undefined
    ? newestFor(desk, page, visitor, { limit, before })
    : changedFor(desk, page, visitor, { limit, after }));
  void delivered(call, page, visitor, followed.messages).catch(lost(desk, 'a receipt'));
  return { body: pageMessages(followed) };
}

async function write(call: PageCall<z.output<typeof PageMessage>>) {
  const { page, visitor, body, pages } = call;
  if (isFull(call.intake)) throw busy();
  const { clientId, content, replyTo = null } = body;
  const { message, again } = await say(call, { page, visitor, clientId, content, replyTo }).catch(unlessRefused);
  pages.changed(page, visitor);
  return { status: again ? 200 : 201, body: pageMessage(message, new Map()) };
}

const busy = (): DoorRefusal => new DoorRefusal('unavailable', 'It could not be stored now. Send it again later.', { retryAfter: 5 });

/** What is told once more by the next call, or by another page. */
const lost =
  ({ log }: Desk, what: string) =>
  (cause: unknown): void =>
    log.warn(`${what} of a web chat could not be stored`, { cause: String(cause) });

/** What the intake can’t take now is sent again. */
function unlessRefused(error: unknown): never {
  throw error instanceof Refusal ? error : busy();
}

async function upload(call: PageCall<undefined, z.output<typeof PageUpload>>) {
  const { desk, visitor, page, request, query } = call;
  const most = Math.min(LARGEST, desk.files.most);
  const media = await takeFile(request, { most, fileName: query.name ?? null }, (file) =>
    takeUpload(desk, { by: { id: uploaderOf(visitor) }, ...file, body: file.body.pipe(noMoreThan(most)) }),
  );
  const { mimes = [] } = page.kind.capabilities.media.document ?? {};
  if (!mimes.includes(bareMime(media.mime)))
    throw invalid('file', `Files of this kind (${bareMime(media.mime) || 'unknown'}) are not taken here.`);
  const { id, mime, bytes, fileName, width, height } = media;
  return { body: { mediaId: id, mime, bytes, fileName, width, height } };
}

function noMoreThan(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new TooLarge(most));
      else done(null, chunk);
    },
  });
}

/** A file of a message that they may see, or an upload of their own. */
async function give(call: PageCall, how: typeof giveFile): Promise<null> {
  const { desk, request, response, params } = call;
  const media = await desk.store.reads.media(params.mediaId ?? '');
  if (!media || !(await isOwn(call, media))) throw new Refusal('not_found', 'There is no such file.');
  await how({ files: desk.files, request, response }, media);
  return null;
}

async function isOwn({ desk, page, visitor }: PageCall, { chatId, messageId, uploadedBy }: Media): Promise<boolean> {
  if (chatId === null || messageId === null) return uploadedBy === uploaderOf(visitor);
  const [threads, message] = [await threadsOf(desk, page, visitor), await desk.store.reads.message(messageId)];
  return message !== null && isTheirs(message) && threads.some((thread) => thread.chatId === chatId);
}

async function markSeen(call: PageCall<z.output<typeof PageSeen>>) {
  await seen(call, call.page, call.visitor, call.body.rev).catch(unlessRefused);
  return { body: null };
}

export const tokenOf = ({ headers }: Pick<Request, 'headers'>): string | undefined =>
  /^Bearer +(\S{1,512})$/i.exec(headers.authorization ?? '')?.[1];
