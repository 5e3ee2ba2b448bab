import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type * as Client from '@aws-sdk/client-s3';
import { FilesDown } from '../../ports/files';
import type { Shelf } from './index';

/** An S3-compatible bucket. */
export interface Bucket {
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Put in front of every name, such as `relaydesk/`. */
  readonly prefix: string;
  /** The bucket in the path instead of the host name, as MinIO and most others want it. */
  readonly forcePathStyle: boolean;
}

/** Files in a bucket, under their hash, or another name. The client is loaded when it is first needed. */
export function bucketShelf(bucket: Bucket): Shelf {
  const client = once(() => clientOf(bucket));
  const at = (hash: string) => ({ Bucket: bucket.bucket, Key: `${bucket.prefix}${hash}` });
  return {
    place: `${bucket.bucket} at ${bucket.endpoint ?? `S3, ${bucket.region}`}`,
    async put(hash, { path, bytes }) {
      const { s3, PutObjectCommand } = client();
      const body = createReadStream(path);
      // The client hears of no error of what it sends, and leaves it open where sending it failed.
      const broken = new AbortController();
      body.once('error', () => broken.abort());
      const put = new PutObjectCommand({ ...at(hash), Body: body, ContentLength: bytes });
      await s3
        .send(put, { abortSignal: broken.signal })
        .catch((error: unknown) => {
          throw body.errored ?? new FilesDown(error);
        })
        .finally(() => body.destroy());
    },
    async open(hash, range) {
      const { s3, GetObjectCommand } = client();
      const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
      const found = await s3.send(new GetObjectCommand({ ...at(hash), ...part })).catch(unlessMissing);
      return (found?.Body as Readable | undefined) ?? null;
    },
    async has(hash) {
      const { s3, HeadObjectCommand } = client();
      return (await s3.send(new HeadObjectCommand(at(hash))).catch(unlessMissing)) !== null;
    },
    async remove(hash) {
      const { s3, DeleteObjectCommand } = client();
      await s3.send(new DeleteObjectCommand(at(hash))).catch(unlessMissing);
    },
    async check() {
      const { s3, PutObjectCommand, DeleteObjectCommand } = client();
      const key = { Bucket: bucket.bucket, Key: `${bucket.prefix}check` };
      await s3.send(new PutObjectCommand({ ...key, Body: 'Relaydesk was here.' })).catch(down);
      await s3.send(new DeleteObjectCommand(key)).catch(down);
    },
  };
}

const TIMEOUT = 10_000;

function clientOf({ endpoint, region, accessKeyId, secretAccessKey, forcePathStyle }: Bucket) {
  const sdk = require('@aws-sdk/client-s3') as typeof Client;
  const s3 = new sdk.S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    // Stores beside Amazon's often know no checksums in trailers; the signature covers the request, our hash the bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: TIMEOUT, socketTimeout: 3 * TIMEOUT },
  });
  return { s3, ...sdk };
}

function unlessMissing(error: { readonly $metadata?: { readonly httpStatusCode?: number } }): null {
  return error.$metadata?.httpStatusCode === 404 ? null : down(error);
}

function down(error: unknown): never {
  throw new FilesDown(error);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
