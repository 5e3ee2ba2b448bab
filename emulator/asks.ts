import { isObject, type Json, textOf } from './json';
import { picture, STICKER, voiceNote } from './samples';
import { isDirect, scopedId } from './scoped';
import { type Account, type Customer, LINK_TROUBLES, type LinkTrouble, type Message, type World } from './world';

/** The caller of the control API asked for something that can't be. */
export class Wrong extends Error {}

export function wrong(says: string): never {
  throw new Wrong(says);
}

/** The account that is named by id or network; WhatsApp's when none is. */
export function accountIn(world: World, { account = 'whatsapp' }: Json): Account {
  const all = [...world.accounts.values()];
  return (
    all.find(({ id }) => id === account) ??
    all.find(({ kind }) => kind === account) ??
    wrong('account: there is none with this id or network')
  );
}

export function customerIn(world: World, account: Account, { customer }: Json): Customer {
  const found = world.customers.get(textOf(customer)) ?? wrong('customer: there is none with this id');
  const reachable = isDirect(account) ? scopedId(account, found) !== null : found.phone !== null || found.userId !== null;
  return reachable ? found : wrong(`customer: ${found.id} is not on ${account.kind}`);
}

export function messageIn(world: World, { message }: Json): Message {
  return world.messages.get(textOf(message)) ?? wrong('message: there is none with this id');
}

export function wordIn(input: Json, name: string): string {
  return textOf(input[name]) || wrong(`${name}: a text is missing`);
}

export function partIn(input: Json, name: string): Json {
  const part = input[name];
  return isObject(part) ? part : wrong(`${name}: an object is missing`);
}

export interface File {
  readonly mime: string;
  readonly bytes: Buffer;
  readonly fileName: string | null;
  readonly trouble?: LinkTrouble;
}

// biome-ignore format: a table is read in columns
const SAMPLES: ReadonlyMap<string, () => File> = new Map<string, () => File>([
  ['image',    () => ({ mime: 'image/png',              bytes: picture(),                                  fileName: null })],
  ['sticker',  () => ({ mime: 'image/webp',             bytes: STICKER,                                    fileName: null })],
  ['video',    () => ({ mime: 'video/mp4',              bytes: Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), fileName: null })],
  ['audio',    () => ({ mime: 'audio/mpeg',             bytes: Buffer.from('ID3\x03\0\0', 'latin1'),       fileName: null })],
  ['voice',    () => ({ mime: 'audio/ogg; codecs=opus', bytes: voiceNote(),                                fileName: null })],
  ['document', () => ({ mime: 'application/pdf',        bytes: Buffer.from('%PDF-1.4\n%%EOF\n'),          fileName: 'document.pdf' })],
]);

/** The file that comes along in base64, or a sample of its kind. */
export function fileIn(input: Json): File {
  const sample = SAMPLES.get(textOf(input.type))?.() ?? wrong('type: not a kind of media');
  const file = { ...sample, ...troubleIn(input) };
  if (input.data === undefined) return file;
  const bytes = Buffer.from(wordIn(input, 'data'), 'base64');
  return { ...file, mime: textOf(input.mime) || sample.mime, bytes, fileName: textOf(input.fileName) || sample.fileName };
}

function troubleIn({ link }: Json): { readonly trouble?: LinkTrouble } {
  if (link === undefined) return {};
  return { trouble: LINK_TROUBLES.find((one) => one === link) ?? wrong(`link: one of ${LINK_TROUBLES.join(', ')}`) };
}
