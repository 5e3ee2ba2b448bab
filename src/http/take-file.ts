import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import type * as Busboy from '@fastify/busboy';
import { bytesInWords } from '../domain/media-limits';
import { TooLarge } from '../ports/files';
import { DoorRefusal } from './problems';

export interface ComingFile {
  readonly body: Readable;
  readonly mime: string | null;
  readonly fileName: string | null;
}

/** More than this is not the file: the frame that a form puts around it. */
const FRAME = 64 * 1024;

/** Hands the file of a request to `take` as it comes: the part `file` of a form, or the body itself. */
export async function takeFile<T>(
  request: IncomingMessage,
  { most, fileName }: { readonly most: number; readonly fileName: string | null },
  take: (file: ComingFile) => Promise<T>,
): Promise<T> {
  try {
    if (Number(request.headers['content-length'] ?? 0) > most + FRAME) throw new TooLarge(most);
    const mime = request.headers['content-type'] ?? null;
    if (mime?.startsWith('multipart/')) return await inForm(request, take);
    return await take({ body: apart(request), mime, fileName });
  } catch (error) {
    // Read away, so that the caller gets the answer instead of a broken pipe.
    request.unpipe().resume();
    if (error instanceof TooLarge)
      throw new DoorRefusal('too_large', `A file may have at most ${bytesInWords(error.most)}.`, { most: error.most });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new DoorRefusal('unavailable', 'The disk of the desk is full: tell who runs it.');
    throw error;
  }
}

/** Whoever gives up reading it ends this stream, and not the connection that the answer goes back on. */
function apart(request: IncomingMessage): Readable {
  const body = quiet(request.pipe(new PassThrough()));
  onHangUp(request, (error) => body.destroy(error));
  return body;
}

/** It may break off before anybody reads it, or be read by nobody: that is no error of the process. */
const quiet = <S extends Readable>(body: S): S => body.on('error', (error) => body.destroy(error));

function onHangUp(request: IncomingMessage, tell: (error: Error) => void): void {
  request.once('close', () => (request.complete ? undefined : tell(new Error('the caller hung up'))));
}

function inForm<T>(request: IncomingMessage, take: (file: ComingFile) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => reject(error instanceof Error && 'code' in error ? error : malformed(error));
    const form = formOf(request, refuse);
    if (!form) return;
    let taken = false;
    form.on('file', (field, body, fileName, _encoding, mime) => {
      quiet(body);
      if (taken || field !== 'file') return void body.resume();
      taken = true;
      onHangUp(request, (error) => body.destroy(error));
      take({ body, mime, fileName: fileName || null }).then(resolve, reject);
    });
    onHangUp(request, refuse);
    form.once('error', refuse);
    form.once('finish', () =>
      taken ? undefined : reject(new DoorRefusal('bad_request', 'Send the file as the part `file` of a form, or as the body itself.')),
    );
    request.pipe(form);
  });
}

function formOf(request: IncomingMessage, refuse: (error: unknown) => void) {
  const { Busboy: Form } = require('@fastify/busboy') as typeof Busboy;
  try {
    return Form({ headers: request.headers as Busboy.BusboyHeaders, limits: { files: 1, fields: 20, fieldSize: 1024 } });
  } catch (error) {
    refuse(error);
    return null;
  }
}

const malformed = (error: unknown): Error =>
  new DoorRefusal('bad_request', `The form can’t be read: ${error instanceof Error ? error.message : 'it is malformed'}.`);
