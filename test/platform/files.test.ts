import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { filesOn } from '../../src/platform/files';
import { type Bucket, bucketShelf } from '../../src/platform/files/bucket';
import { sniffed } from '../../src/platform/files/sniff';
import { type Files, FilesDown, TooLarge } from '../../src/ports/files';
import { testFiles } from '../support/files';
import { type FakeS3, fakeS3 } from '../support/s3';

const BUCKET = {
  region: 'eu-test-1',
  bucket: 'desk',
  accessKeyId: 'AKTEST',
  secretAccessKey: 'a secret',
  prefix: 'files/',
  forcePathStyle: true,
};
const MOST = 1024 * 1024;

interface Place {
  readonly files: Files;
  close(): Promise<void>;
}

async function onDisk(): Promise<Place> {
  const { files, remove } = testFiles({ most: MOST });
  return { files, close: remove };
}

async function inBucket(change: Partial<Bucket> = {}): Promise<Place & { readonly s3: FakeS3 }> {
  const s3 = await fakeS3(BUCKET);
  const { folder, remove } = testFiles();
  const files = filesOn(bucketShelf({ ...BUCKET, endpoint: s3.url, ...change }), { folder, most: MOST, now: () => 0 });
  return { files, s3, close: () => Promise.all([s3.close(), remove()]).then(() => undefined) };
}

const bytesOf = async (body: Readable | null) => (body ? Buffer.concat(await body.toArray()) : null);

async function keep(files: Files, bytes: Buffer): Promise<string> {
  const taken = await files.takeIn(Readable.from([bytes]));
  await taken.keep();
  await taken.letGo();
  return taken.hash;
}

describe.each([
  { name: 'on disk', open: onDisk },
  { name: 'in a bucket', open: inBucket },
])('files $name', ({ open }) => {
  let place: Place;
  let files: Files;
  beforeEach(async () => {
    place = await open();
    files = place.files;
  });
  afterEach(() => place.close());

  it('are given back as they came, whole and in part, under the hash of their bytes', async () => {
    const bytes = randomBytes(300_000);
    const hash = await keep(files, bytes);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await bytesOf(await files.open(hash))).toEqual(bytes);
    expect(await bytesOf(await files.open(hash, { start: 100_000, end: 100_009 }))).toEqual(bytes.subarray(100_000, 100_010));
    expect(await keep(files, bytes)).toBe(hash);
  });

  it('are removed, and once more', async () => {
    const hash = await keep(files, Buffer.from('a list'));
    expect(await files.has(hash)).toBe(true);
    await files.remove(hash);
    await files.remove(hash);
    expect([await files.has(hash), await files.open(hash)]).toEqual([false, null]);
  });

  it('are not kept beyond the limit', async () => {
    await expect(files.takeIn(Readable.from([randomBytes(MOST), Buffer.from('x')]))).rejects.toThrow(TooLarge);
    expect((await files.takeIn(Readable.from([randomBytes(MOST)]))).bytes).toBe(MOST);
  });

  it('can be written', () => expect(files.check()).resolves.toBeUndefined());
});

describe('the folder of files', () => {
  it('says what is wrong with it', async () => {
    const { files, folder, remove } = testFiles();
    await writeFile(folder, 'a file where the folder is to be');
    await expect(files.check()).rejects.toThrow(/ENOTDIR|EEXIST/);
    await chmod(folder, 0o600);
    await remove();
  });

  it('takes in nothing that would take the last room of the disk', async () => {
    const { files, folder, remove } = testFiles({ most: 64 * MOST });
    const free = jest.spyOn(jest.requireActual('node:fs/promises') as typeof import('node:fs/promises'), 'statfs');
    const room = (mb: number) => ({ bavail: mb, bsize: MOST }) as never;
    free.mockResolvedValueOnce(room(63));
    await expect(files.takeIn(Readable.from(['x']))).rejects.toMatchObject({ code: 'ENOSPC' });
    free.mockResolvedValueOnce(room(70)).mockResolvedValueOnce(room(62));
    const chunks = Array.from({ length: 10 }, () => Buffer.alloc(MOST));
    await expect(files.takeIn(Readable.from(chunks))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readdir(join(folder, 'coming'))).toEqual([]);
    free.mockRestore();
    await remove();
  });

  it('holds no half of a file that broke off, nor what was left of one a day ago', async () => {
    const now = Date.UTC(2026, 10, 22);
    const { files, folder, remove } = testFiles({ now: () => now });
    const breaking = new Readable({
      read() {
        this.push('half');
        this.destroy(new Error('the line is dead'));
      },
    });
    await expect(files.takeIn(breaking)).rejects.toThrow('the line is dead');
    const coming = join(folder, 'coming');
    await mkdir(coming, { recursive: true });
    for (const [name, hours] of [
      ['old.part', 25],
      ['new.part', 23],
    ] as const) {
      await writeFile(join(coming, name), 'x');
      await utimes(join(coming, name), now / 1000, now / 1000 - hours * 3600);
    }
    await files.tidy();
    expect(await readdir(coming)).toEqual(['new.part']);
    await remove();
  });
});

describe('a bucket', () => {
  it('lets nobody in who does not sign with its key, and says so', async () => {
    const { files, s3, close } = await inBucket({ secretAccessKey: 'another secret' });
    await expect(files.check()).rejects.toThrow(/signature/i);
    expect((await fetch(`${s3.url}/desk/files/x`)).status).toBe(403);
    await expect(files.open('x')).rejects.toThrow(FilesDown);
    await close();
  });

  it('has the files under their hash alone, where no prefix is set', async () => {
    const { files, s3, close } = await inBucket({ prefix: '' });
    const hash = await keep(files, Buffer.from('x'));
    expect([...s3.objects.keys()]).toEqual([`desk/${hash}`]);
    await close();
  });

  it('that does not answer leaves nothing of what was to go there open, and what is gone by then ends nothing else', async () => {
    const shelf = bucketShelf({ ...BUCKET, endpoint: 'http://127.0.0.1:9' });
    const { folder, remove } = testFiles();
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'coming');
    await writeFile(path, Buffer.alloc(MOST));
    await expect(shelf.put('x', { path, bytes: MOST })).rejects.toThrow(FilesDown);
    await expect(shelf.put('x', { path: `${path}.gone`, bytes: 1 })).rejects.toThrow(); // of whichever is noticed first
    const opened = async () => {
      const fds = await readdir('/proc/self/fd').catch(() => []);
      return Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
    };
    for (let looks = 0; looks < 200 && (await opened()).includes(path); looks++) await new Promise(setImmediate);
    expect(await opened()).not.toContain(path);
    await remove();
  });
});

describe('what a file is', () => {
  const PK = 'PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0aaaaaaaaaaaaaaaa[Content_Types].xml';
  const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
  const WEBM = `\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm`;
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  // biome-ignore format: a table is read in columns
  it.each<[string, string, string | null, string | null, string]>([
    ['a JPEG',                        '\xff\xd8\xff\xe0\0\x10JFIF',        'image/png',       null,       'image/jpeg'],
    ['a PNG',                         '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',     null,              null,       'image/png'],
    ['a WebP',                        'RIFF\x1a\0\0\0WEBPVP8L',            null,              null,       'image/webp'],
    ['a GIF',                         'GIF89a',                            null,              null,       'image/gif'],
    ['a picture of an iPhone',        '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'image/jpeg',     null,       'image/heic'],
    ['an AVIF',                       '\0\0\0\x18ftypavif\0\0\0\0mif1',    null,              null,       'image/avif'],
    ['a video',                       '\0\0\0\x18ftypmp42\0\0\0\0isom',    'video/mp4',       null,       'video/mp4'],
    ['speech in the frame of one',    '\0\0\0\x18ftypmp42\0\0\0\0isom',    'audio/mp4',       null,       'audio/mp4'],
    ['an M4A',                        '\0\0\0\x18ftypM4A \0\0\0\0isom',    null,              null,       'audio/mp4'],
    ['a video of a Mac',              '\0\0\0\x14ftypqt  \0\0\0\0',        'video/mp4',       null,       'video/quicktime'],
    ['a video of an old phone',       '\0\0\0\x18ftyp3gp4\0\0\0\0',        null,              null,       'video/3gpp'],
    ['a voice note',                  'OggS\0\x02aaaaaaaaaaaaOpusHead',    'audio/ogg; codecs=opus', null, 'audio/ogg'],
    ['speech recorded in a browser',  WEBM,                                'audio/webm',      null,       'audio/webm'],
    ['a video recorded there',        WEBM,                                null,              null,       'video/webm'],
    ['an MP3',                        'ID3\x03\0\0',                       null,              null,       'audio/mpeg'],
    ['speech of an old phone',        '#!AMR\n',                           null,              null,       'audio/amr'],
    ['a PDF',                         '%PDF-1.4\n',                        'image/png',       null,       'application/pdf'],
    ['a letter, as it is said',       PK,                                  DOCX,              null,       DOCX],
    ['a letter, by its name',         PK,                                  null,              'a.docx',   DOCX],
    ['a ZIP',                         PK,                                  null,              'a.zip',    'application/zip'],
    ['a ZIP called a picture',        PK,                                  'image/png',       'a.png',    'application/zip'],
    ['an old letter',                 OLE,                                 'application/msword', null,    'application/msword'],
    ['an old table, by its name',     OLE,                                 null,              'a.xls',    'application/vnd.ms-excel'],
    ['an HTML page called a picture', '\xef\xbb\xbf <!DOCTYPE html>',      'image/jpeg',      'cat.jpg',  'text/html'],
    ['a page without a beginning',    'hello <script>alert(1)</script>',   'text/plain',      null,       'text/html'],
    ['an SVG',                        '<svg xmlns="x"><script/></svg>',    'image/png',       'a.png',    'image/svg+xml'],
    ['an SVG behind an XML line',     '<?xml version="1.0"?>\n<svg/>',     'image/svg+xml',   null,       'application/xml'],
    ['a table in words',              'a,b\n1,2',                          'text/csv',        null,       'text/csv'],
    ['words called a picture',        'just words',                        'image/png',       null,       'text/plain'],
    ['what nobody knows, as it is said', '\x01\x02\x03\x04',              'application/x-own', null,      'application/x-own'],
    ['a type that is none',           PK,                                  'application/vnd.ms-x\r\nX: y', null, 'application/zip'],
    ['a type that never ends',        '\x01\x02\x03\x04',                  `application/${'x'.repeat(101)}`, null, 'application/octet-stream'],
    ['a program called a picture',    'MZ\x90\0\x03',                      'image/png',       'a.png',    'application/x-msdownload'],
    ['something called a picture',    '\x01\x02\x03\0',                    'image/png',       null,       'application/octet-stream'],
    ['something called a page',       '\x01\x02\x03\0',                    'text/html',       null,       'application/octet-stream'],
    ['something with a name',         '\x01\x02\x03\0',                    'application/vnd.lamp', null,  'application/vnd.lamp'],
    ['a page in wide letters',        '<\0h\0t\0m\0l\0',                   'image/jpeg',      null,       'application/octet-stream'],
  ])('%s is seen by its bytes', (_, bytes, mime, fileName, is) => {
    expect(sniffed(Buffer.from(bytes, 'latin1'), { mime, fileName })).toBe(is);
  });
});
