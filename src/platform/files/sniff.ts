import type * as Magic from 'magic-bytes.js';

interface Said {
  readonly mime: string | null;
  readonly fileName: string | null;
}

const UNKNOWN = 'application/octet-stream';

/** What a file is by its first bytes. What others say of it decides only between things that begin alike. */
export function sniffed(head: Buffer, said: Said): string {
  const mime = saidIn(said);
  const own = OWN.find(({ begins }) => begins(head));
  if (own) return own.mime(head, mime);
  const { filetypeinfo } = require('magic-bytes.js') as typeof Magic;
  const found = filetypeinfo(head).flatMap((type) => (type.mime ? [type.mime] : []));
  if (found.every((one) => one.startsWith('text/'))) return isText(head) ? textIn(head, mime) : plainly(mime);
  const box = BOXES[found[0] ?? ''];
  return box ? inBox(box, found[0] as string, said, mime) : (found.find((one) => one === mime) ?? found[0] ?? UNKNOWN);
}

/** Nothing but a type gets any further: it ends in headers, here and at networks. Some tell only its first half, `audio/*`. */
function saidIn({ mime }: Said): string {
  const bare = (mime ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z]+\/(\*|[a-z0-9][a-z0-9.+-]{0,99})$/.test(bare) ? bare : '';
}

interface Row {
  begins(head: Buffer): boolean;
  mime(head: Buffer, said: string): string;
}

const at = (offset: number, text: string) => (head: Buffer) =>
  head.subarray(offset, offset + text.length).equals(Buffer.from(text, 'latin1'));
const spoken = (said: string, heard: string, seen: string): string => (said.startsWith('audio/') ? heard : seen);

/** What the library does not tell apart, or does not know. */
// biome-ignore format: a table is read in columns
const OWN: readonly Row[] = [
  { begins: at(0, '#!AMR'),            mime: () => 'audio/amr' },
  { begins: at(0, 'OggS'),             mime: (head, said) => (head.includes('theora') ? 'video/ogg' : said.startsWith('video/') ? 'video/ogg' : 'audio/ogg') },
  { begins: at(4, 'ftypM4A'),          mime: () => 'audio/mp4' },
  { begins: at(4, 'ftypM4B'),          mime: () => 'audio/mp4' },
  { begins: at(4, 'ftypqt  '),         mime: () => 'video/quicktime' },
  { begins: at(4, 'ftyp3g'),           mime: (_, said) => spoken(said, 'audio/3gpp', 'video/3gpp') },
  { begins: at(4, 'ftypavi'),          mime: () => 'image/avif' },
  { begins: (head) => /^ftyp(hei|hev|mif1|msf1)/.test(head.subarray(4, 12).toString('latin1')), mime: () => 'image/heic' },
  { begins: at(4, 'ftyp'),             mime: (_, said) => spoken(said, 'audio/mp4', 'video/mp4') },
  { begins: at(0, '\x1aE\xdf\xa3'),    mime: (head, said) => (head.includes('webm') ? spoken(said, 'audio/webm', 'video/webm') : 'video/x-matroska') },
  { begins: at(0, 'MZ'),               mime: () => 'application/x-msdownload' },
];

/** Formats that are another one inside: what others say is taken, if it is one of these. */
const OFFICE = /^application\/(vnd\.(openxmlformats|oasis|ms-)|epub)/;
const BOXES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application/zip': {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    odt: 'application/vnd.oasis.opendocument.text',
    ods: 'application/vnd.oasis.opendocument.spreadsheet',
    odp: 'application/vnd.oasis.opendocument.presentation',
  },
  'application/msword': { doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint' },
};

function inBox(box: Readonly<Record<string, string>>, found: string, { fileName }: Said, mime: string): string {
  if (OFFICE.test(mime)) return mime;
  return (
    box[/\.(\w{2,5})$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''] ?? (found === 'application/msword' && mime === '' ? UNKNOWN : found)
  );
}

const isText = (head: Buffer): boolean => !head.subarray(0, 1024).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

const PLAIN: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/vcard', 'text/calendar', 'text/markdown', 'application/json']);

function textIn(head: Buffer, mime: string): string {
  const words = head
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  if (/<\s*svg[\s>]/i.test(words)) return 'image/svg+xml';
  if (/<\s*(!doctype\s+html|html|head|body|script|iframe|title|meta)\b/i.test(words)) return 'text/html';
  if (/^\s*<\?xml/i.test(words)) return 'application/xml';
  return PLAIN.has(mime) ? mime : 'text/plain';
}

/** Nobody knows these bytes: nothing that a browser would show may be claimed for them. */
const plainly = (mime: string): string => (mime === '' || /^(image|audio|video|text)\/|html|xml|script/.test(mime) ? UNKNOWN : mime);
