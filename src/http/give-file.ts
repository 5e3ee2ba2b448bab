import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { Refusal } from '../domain/errors';
import { isShown, servedAs } from '../domain/files';
import type { Files, Range } from '../ports/files';
import type { Media } from '../ports/store';

interface Asked {
  readonly files: Files;
  readonly request: Request;
  readonly response: Response;
}

/** Nothing of a file runs, wherever it is shown; whoever may see it no more is told so by the next question. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Answers with a file, or the part of it that was asked for (RFC 9110: Range, If-Range, If-None-Match). */
export async function giveFile(asked: Asked, media: Media): Promise<void> {
  mustBeHere(media);
  const { request, response } = asked;
  const { mime, bytes, hash } = media;
  const etag = `"${hash}"`;
  response.set({
    ...HEADERS,
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Content-Type': servedAs(mime),
    'Content-Disposition': dispositionOf(media),
  });
  if (isKnown(request, etag)) return void response.status(304).end();
  const range = rangeIn(request, etag, bytes);
  if (range === 'beyond') return void response.status(416).set('Content-Range', `bytes */${bytes}`).end();
  const length = range ? range.end - range.start + 1 : bytes;
  response.status(range ? 206 : 200).set('Content-Length', String(length));
  if (range) response.set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
  await send(asked, hash ?? '', range ?? undefined);
}

/** Answers with the small picture of a file. */
export async function givePreview(asked: Asked, media: Media): Promise<void> {
  mustBeHere(media);
  if (media.preview === null) throw new Refusal('not_found', 'There is no small picture of this file.');
  const { request, response } = asked;
  const etag = `"${media.preview}"`;
  response.set({ ...HEADERS, ETag: etag, 'Content-Type': 'image/webp', 'Content-Disposition': 'inline' });
  if (isKnown(request, etag)) return void response.status(304).end();
  response.status(200);
  await send(asked, media.preview);
}

function mustBeHere({ state, hash, problem }: Media): void {
  if (state === 'gone') throw new Refusal('gone', 'This file went with its message.');
  if (state === 'waiting') throw new Refusal('media_not_ready', 'The file is being fetched.', { state });
  if (state === 'failed' || hash === null)
    throw new Refusal('media_not_ready', 'The file could not be fetched; it can be tried again.', {
      state,
      problem: problem?.code ?? null,
    });
}

async function send({ files, request, response }: Asked, hash: string, range?: Range): Promise<void> {
  const body = request.method === 'HEAD' ? null : await opened(files, hash, range);
  if (!body) return void response.end();
  // A browser that has seen enough hangs up: nobody's fault.
  await pipeline(body, response).catch(() => response.destroy());
}

async function opened(files: Files, hash: string, range?: Range): Promise<Readable> {
  const body = await files.open(hash, range);
  if (body) return body;
  throw new Refusal('not_found', 'The file is not where it was laid: somebody took it away from the disk or bucket.');
}

function dispositionOf({ mime, fileName, problem }: Media): string {
  const how = isShown(mime) && problem?.code !== 'too_many_pixels' ? 'inline' : 'attachment';
  if (fileName === null) return how;
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, percent)}`;
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

function isKnown({ headers }: Request, etag: string): boolean {
  const given = headers['if-none-match'];
  return given !== undefined && (given === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
}

/** One range; several, or what is none, get the whole file. `beyond`: it begins after the end. */
function rangeIn({ headers }: Request, etag: string, bytes: number): Range | 'beyond' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return null;
  if (headers['if-range'] !== undefined && headers['if-range'] !== etag) return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start >= bytes || (first === '' && Number(last) === 0)) return 'beyond';
  return end < start ? null : { start, end };
}
