import type { IncomingMessage } from 'node:http';

/** The body's bytes; null as soon as there are more than `limit`, of which no more are kept. Rejects when the caller hangs up. */
export function rawBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(letGo(request));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) return void chunks.push(chunk);
      request.off('data', take);
      resolve(letGo(request));
    };
    request.on('data', take);
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => (request.complete ? undefined : reject(new Error('the caller hung up'))));
  });
}

/** Reads the rest away, so that the caller gets the answer instead of a broken pipe. */
function letGo(request: IncomingMessage): null {
  request.resume();
  return null;
}
