import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type * as Yazl from 'yazl';
import type { Packed } from '../../ports/report-files';

/** A day that every zip can hold, by the clock of whoever packs; the other time stamp, which tells the zone, is left out. */
const OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100600, forceDosTimestamp: true } as const;

/** One file after the other, deflated on the way: nothing of it but what is passing by is in memory. */
export async function* packed(files: AsyncIterable<Packed>): AsyncGenerator<Uint8Array> {
  const { ZipFile } = require('yazl') as typeof Yazl;
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const broken = (error: unknown): void => void output.destroy(error as Error);
  zip.on('error', broken);
  const bodies: Readable[] = [];
  void feed(zip, files, bodies).catch(broken);
  try {
    yield* output as AsyncIterable<Buffer>;
  } finally {
    output.destroy();
    bodies.at(-1)?.destroy();
  }
}

async function feed(zip: Yazl.ZipFile, files: AsyncIterable<Packed>, bodies: Readable[]): Promise<void> {
  for await (const { name, parts } of files) {
    const body = Readable.from(parts, { objectMode: false, highWaterMark: 256 * 1024 });
    bodies.push(body);
    zip.addReadStream(body, name, OPTIONS);
    await finished(body);
  }
  zip.end();
}
