import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GraphCall {
  readonly path: string;
  readonly body: {
    readonly to?: string;
    readonly text?: { readonly body: string };
    readonly message?: { readonly text?: string };
    readonly recipient?: { readonly id: string };
    readonly biz_opaque_callback_data?: string;
    readonly status?: string;
    readonly sender_action?: string;
    readonly type?: string;
    readonly [member: string]: unknown;
  };
}

type Behaves = { readonly status: number; readonly body: unknown } | 'hang' | null;

/** What Graph answers to a send, at once or later; null = takes it and gives an id. `hang` never answers. */
export type Behaviour = (call: GraphCall) => Behaves | Promise<Behaves>;

/** Meta's side of a send on loopback: takes messages, gives ids, and misbehaves as told. */
export async function fakeGraph() {
  const calls: GraphCall[] = [];
  const gestures: GraphCall[] = [];
  const uploads: Upload[] = [];
  let behaveInUploads: (count: number) => { readonly status: number; readonly body: unknown } | null = () => null;
  let behave: Behaviour = () => null;
  let behaveInGestures: Behaviour = () => null;
  let pages: ReadonlyMap<string, unknown> = new Map();
  const answerTo = (path: string, response: ServerResponse): void => {
    const found = [...pages].find(([part]) => path.includes(part));
    const unknown = { error: { message: 'Unsupported get request.', type: 'GraphMethodException', code: 100 } };
    response.writeHead(found ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(found?.[1] ?? unknown));
  };
  const takeFile = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path, form] = [request.url ?? '', await formOf(request)];
    uploads.push({ path, ...form });
    const answer = behaveInUploads(uploads.length) ?? {
      status: 200,
      body: { id: `file-${uploads.length}`, attachment_id: `file-${uploads.length}` },
    };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void answerTo(request.url ?? '', response);
    if (String(request.headers['content-type']).startsWith('multipart/')) return void takeFile(request, response);
    const call = { path: request.url ?? '', body: JSON.parse(await bodyOf(request)) as GraphCall['body'] };
    const gesture = isGesture(call);
    (gesture ? gestures : calls).push(call);
    const id = `wamid.OUT${calls.length}`;
    const answer = await (gesture ? behaveInGestures : behave)(call);
    if (answer === 'hang') return;
    const taken = {
      messaging_product: 'whatsapp',
      contacts: [{ input: call.body.to, wa_id: call.body.to?.replace('+', '') }],
      messages: [{ id }],
      recipient_id: call.body.recipient?.id,
      message_id: id,
    };
    response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer?.body ?? taken));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** What is answered to questions, by a part of their path; others are refused. */
    tells: (next: Readonly<Record<string, unknown>>) => {
      pages = new Map(Object.entries(next));
    },
    /** Marks of reading and typing, which are no messages and behave by themselves. */
    gestures,
    /** The files that were handed over. */
    uploads,
    behaveInUploads: (next: typeof behaveInUploads) => {
      behaveInUploads = next;
    },
    texts: () => calls.map(({ body }) => body.text?.body ?? body.message?.text ?? ''),
    behave: (next: Behaviour) => {
      behave = next;
    },
    behaveInGestures: (next: Behaviour) => {
      behaveInGestures = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Upload {
  readonly path: string;
  readonly words: Readonly<Record<string, string>>;
  readonly mime: string;
  readonly bytes: number;
}

async function formOf(request: IncomingMessage): Promise<Omit<Upload, 'path'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': String(request.headers['content-type']) };
  const form = await new Response(new Uint8Array(Buffer.concat(chunks)), { headers }).formData();
  const entries = [...form.entries()];
  const file = entries.map(([, value]) => value).find((value) => typeof value !== 'string');
  const words = Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  return { words, mime: file?.type ?? '', bytes: file?.size ?? 0 };
}

const isGesture = ({ body }: GraphCall): boolean => body.status === 'read' || ['mark_seen', 'typing_on'].includes(body.sender_action ?? '');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString() || '{}';
}
