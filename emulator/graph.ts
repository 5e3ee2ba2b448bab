import { type Answer, type Call, refused } from './answer';
import { attach } from './instagram/attachments';
import { type Json, objectOf } from './json';
import { described, given, linked, upload } from './media';
import type { Scene } from './people';
import { Refusal, refuse } from './refusals';
import { describedAccount, hasEnded, inspection, picked, subscribers } from './standing';
import { hand } from './taking';
import { templatesPage } from './whatsapp/templates';
import type { Account } from './world';

type Route = (scene: Scene, call: Call, node: string) => Answer | Promise<Answer>;

// biome-ignore format: a table is read in columns
const ROUTES: readonly (readonly [string, RegExp, Route])[] = [
  ['POST',   /^\/([^/]+)\/messages$/,                    messages],
  ['POST',   /^\/([^/]+)\/media$/,                       media],
  ['POST',   /^\/([^/]+)\/message_attachments$/,         attachments],
  ['GET',    /^\/whatsapp_business\/attachments\/$/,     attachment],
  ['GET',    /^\/ig_messaging_cdn\/$/,                   cdn],
  ['GET',    /^\/debug_token$/,                          inspected],
  ['GET',    /^\/([^/]+)\/message_templates$/,           templates],
  ['GET',    /^\/([^/]+)\/subscribed_apps$/,             subscribed],
  ['POST',   /^\/([^/]+)\/subscribed_apps$/,             subscribed],
  ['GET',    /^\/([^/]+)$/,                              told],
  ['DELETE', /^\/([^/]+)$/,                              removed],
];

/** Graph's answer, or null when the path is none of Graph's. */
export async function graph(scene: Scene, call: Call): Promise<Answer | null> {
  const path = call.url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '');
  for (const [method, pattern, route] of ROUTES) {
    const node = method === call.method ? pattern.exec(path) : null;
    if (node) return answered(scene, () => route(scene, call, decodeURIComponent(node[1] ?? '')));
  }
  return path === call.url.pathname ? null : answered(scene, () => refuse('unknown_path', path));
}

async function answered({ world }: Scene, answer: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return refused(world, error);
    throw error;
  }
}

/** The account that a token speaks for at this node; throws Graph's no when it speaks for none. */
function account({ world }: Scene, { headers, url }: Call, node: string): Account {
  const [, bearer] = /^(?:Bearer|OAuth) +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const token = bearer ?? url.searchParams.get('access_token');
  if (!token) return refuse('token_missing');
  const own = [...world.accounts.values()].filter((each) => each.token === token);
  if (own.length === 0) return refuse('token_invalid');
  const spoken = node === 'me' ? own[0] : own.find(({ id, businessId }) => id === node || businessId === node);
  const expired = (spoken ?? own[0])?.trouble;
  if (expired?.startsWith('token_')) return refuse(expired);
  if (hasEnded(world, spoken ?? own[0])) return refuse('token_expired');
  return spoken ?? refuse('unknown_object');
}

function messages(scene: Scene, call: Call, node: string): Promise<Answer> {
  return hand(scene, { path: call.url.pathname, body: jsonOf(call), accountOf: () => account(scene, call, node) });
}

const jsonOf = ({ bytes }: Call): Json => jsonIn(bytes.toString('utf8'));

function jsonIn(text: string): Json {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

async function media(scene: Scene, call: Call, node: string): Promise<Answer> {
  const owner = account(scene, call, node);
  const form = await formOf(call);
  if (form.get('messaging_product') !== 'whatsapp') refuse('parameter', 'The parameter messaging_product is required.');
  const file = form.get('file');
  if (file === null || typeof file === 'string') return refuse('parameter', 'The parameter file is required.');
  const mime = String(form.get('type') ?? file.type);
  const { id } = upload(scene.world, owner, { mime, bytes: Buffer.from(await file.arrayBuffer()), fileName: file.name });
  return { status: 200, body: { id } };
}

/** As a form with the bytes, or as JSON that names a link. */
async function attachments(scene: Scene, call: Call, node: string): Promise<Answer> {
  const owner = account(scene, call, node);
  const isForm = call.headers['content-type']?.startsWith('multipart/') === true;
  const form = isForm ? await formOf(call) : null;
  const { platform, message } = form ? { platform: form.get('platform'), message: form.get('message') } : jsonOf(call);
  const said = typeof message === 'string' ? jsonIn(message) : objectOf(message);
  const file = form?.get('filedata') ?? null;
  const bytes = file === null || typeof file === 'string' ? null : { mime: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
  return { status: 200, body: attach(scene.world, owner, { platform: String(platform), message: said, file: bytes }) };
}

async function formOf({ bytes, headers }: Call): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
  } catch {
    return refuse('parameter', 'The body is not multipart/form-data.');
  }
}

/** What a token is worth, told to whoever has one. */
function inspected(scene: Scene, call: Call): Answer {
  account(scene, call, 'me');
  const token = call.url.searchParams.get('input_token');
  return { status: 200, body: inspection(scene.world, token ?? '') };
}

/** The bytes of a link, for whoever has a token; a link lives for five minutes. */
function attachment(scene: Scene, call: Call): Answer {
  const owner = account(scene, call, 'me');
  const { searchParams: query } = call.url;
  const medium = linked(scene.world, query.get('mid') ?? '', query.get('ext') ?? '', query.get('hash') ?? '');
  if (medium?.account !== owner.id) return { status: 404, body: 'Not Found' };
  return given(medium);
}

function cdn({ world }: Scene, { url }: Call): Answer {
  const { searchParams: query } = url;
  const medium = linked(world, query.get('asset_id') ?? '', query.get('ext') ?? '', query.get('signature') ?? '');
  return medium ? given(medium) : { status: 403, body: 'URL signature expired' };
}

function templates(scene: Scene, call: Call, node: string): Answer {
  return { status: 200, body: templatesPage(account(scene, call, node), call.url.searchParams) };
}

/** Who hears the account; to ask for it subscribes the token's app. */
function subscribed(scene: Scene, call: Call, node: string): Answer {
  const owner = account(scene, call, node);
  if (call.method === 'GET') return { status: 200, body: subscribers(owner) };
  scene.world.accounts.set(owner.id, { ...owner, standing: { ...owner.standing, subscribed: true } });
  return { status: 200, body: { success: true } };
}

/** A medium's link, or the account itself. */
function told(scene: Scene, call: Call, node: string): Answer {
  const medium = scene.world.media.get(node);
  if (medium) {
    if (account(scene, call, 'me').id !== medium.account) refuse('unknown_object');
    return { status: 200, body: described(scene.world, medium) };
  }
  return { status: 200, body: picked(describedAccount(account(scene, call, node)), call.url.searchParams.get('fields')) };
}

function removed(scene: Scene, call: Call, node: string): Answer {
  const medium = scene.world.media.get(node);
  if (!medium || account(scene, call, 'me').id !== medium.account) return refuse('unknown_object');
  scene.world.media.delete(node);
  return { status: 200, body: { success: true } };
}
