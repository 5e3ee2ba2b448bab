import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANYTHING, type Door, roomOf, strangers, wordsOutOfPlace } from './support/import-map';

const ROOT = join(__dirname, '..');
const META = ['whatsapp-cloud', 'instagram', 'messenger'];

const CHANNEL: Door[] = ['src/ports/channel', 'src/domain/content'];

/** What one network alone needs. No library of them is loaded before a channel of it is there. */
const LIBRARIES: Record<string, Door[]> = {
  botframework: ['node:crypto'],
  telegram: ['node:crypto'],
  webhook: ['node:crypto', 'zod'],
  'whatsapp-web': ['whatsapp-web.js', 'node:child_process', 'node:fs/promises', 'node:path', 'node:stream'],
};

/** Who may knock on whose door. A room always sees itself; the longest name that fits a file is its room. */
// biome-ignore format: a table is read in columns
const ROOMS: Record<string, Door[]> = {
  'src/domain':        [],
  'src/ports':         ['src/domain', 'node:stream'],
  'src/actions':       ['src/domain', 'src/ports', 'node:crypto', 'node:stream'],
  'src/store':         ['src/domain', 'src/ports', 'migrations', 'typeorm', '@photostructure/sqlite', 'node:'],
  'src/platform':      ['src/domain', 'src/ports', 'winston', 'web-push', '@node-rs/argon2', 'nodemailer', 'otpauth', 'tinyld', 'sharp', 'magic-bytes.js', '@aws-sdk/client-s3', '@photostructure/sqlite', 'yazl', 'node:'],
  'src/bot':           ['src/domain', 'src/ports', 'botbuilder', 're2js'],
  'src/timers':        ['src/domain', 'src/ports', 'src/actions', 'node-cron'],
  'src/lines':         ['src/ports', 'src/actions', 'node:fs/promises', 'node:path'],
  'src/trial':         ['src/domain', 'src/ports', 'src/actions', 'emulator', 'node:crypto'],
  'src/http':          ['src/domain', 'src/ports', 'src/actions', 'express', 'helmet', 'socket.io', 'ws', 'prom-client', '@fastify/busboy', 'zod', '@asteasolutions/zod-to-openapi', 'node:'],
  'src/config.ts':     ['src/domain', 'src/platform', 'node:'],
  'src/docs-channels.ts': ['src/domain', 'src/ports', 'channels'],
  'src/docs.ts':       ['src/domain', 'src/config', 'src/docs-channels', 'src/http/route', 'src/http/routes', 'channels/meta/error-table'],
  'src/main.ts':       ANYTHING,
  'src/house.ts':      ANYTHING,
  'src/doctor.ts':     ANYTHING,
  'src/policy-commands.ts': ANYTHING,
  'src/report-thread.ts': ANYTHING,
  'src/cli.ts':        ANYTHING,
  'ormconfig.ts':      ['src/config', 'src/store', 'typeorm', 'reflect-metadata'],
  migrations:          ['typeorm'],
  emulator:            ['node:'],
  demo:                ['node:'],
  web:                 ['src/http/schemas', 'src/domain', 'channels/webchat/widget', 'react', 'react-dom', '@mantine', '@tanstack', 'socket.io-client', 'uqr', 'uplot'],
  'channels/index.ts': ['src/ports/channel', 'channels'],
  'channels/common':   ['src/ports/channel', 'node:crypto'],
  'channels/meta':     [...CHANNEL, 'node:crypto', 'channels/common'],
  'channels/webchat/widget': ['src/domain/content'],
  ...Object.fromEntries(readdirSync(join(ROOT, 'channels'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['meta', 'common'].includes(entry.name))
    .map(({ name }) => [`channels/${name}`, [...CHANNEL, 'channels/common' as const, ...(META.includes(name) ? ['channels/meta' as const] : []), ...(LIBRARIES[name] ?? [])]])),
};

/** Words that have one place. */
// biome-ignore format: a table is read in columns
const PLACES = [
  { word: 'the time',        pattern: /\bnew Date\(\)|\bDate\.now\(/, only: ['src/platform/clock.ts', 'emulator/time.ts', 'channels/webchat/widget/clock.ts'] },
  { word: 'the environment', pattern: /\bprocess\.env\b/,             only: ['src/config.ts'] },
  { word: 'a thread',        pattern: /'node:worker_threads'/,        only: ['src/platform/reports/thread.ts', 'src/report-thread.ts'] },
];

const FILES = ['src', 'channels', 'emulator', 'demo', 'migrations', 'web']
  .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((file) => `${top}/${file}`))
  .filter((file) => /\.tsx?$/.test(file))
  .concat('ormconfig.ts')
  .sort();
const source = (file: string) => readFileSync(join(ROOT, file), 'utf8');

it('has every file in a room of the map', () => {
  expect(FILES.filter((file) => roomOf(file, ROOMS) === null)).toEqual([]);
});

it.each(Object.keys(ROOMS))('%s knocks only where it may', (room) => {
  const found = FILES.filter((file) => roomOf(file, ROOMS) === room).flatMap((file) => strangers(file, source(file), ROOMS));
  expect(found).toEqual([]);
});

it.each(PLACES)('$word is asked only in its place', ({ pattern, only }) => {
  const ours = FILES.filter((file) => !file.startsWith('web/'));
  const found = ours.filter((file) => !only.includes(file)).flatMap((file) => wordsOutOfPlace(file, source(file), pattern));
  expect(found).toEqual([]);
});

it('takes of the API its types only into the web app', () => {
  const whole = /^import (?!type\b)[^;]*from '[./]+src\/http/m;
  expect(FILES.filter((file) => file.startsWith('web/') && whole.test(source(file)))).toEqual([]);
});

describe('the map itself', () => {
  const planted: [string, string, string[]][] = [
    ['src/domain/a.ts', "import { now } from '../platform/clock';", ['src/domain/a.ts → src/platform/clock']],
    ['src/domain/a.ts', "import { createHash } from 'node:crypto';", ['src/domain/a.ts → node:crypto']],
    ['src/actions/a.ts', "import type { DataSource } from 'typeorm';", ['src/actions/a.ts → typeorm']],
    ['src/http/a.ts', "export * from '../store';", ['src/http/a.ts → src/store']],
    ['src/timers/a.ts', "const x = require('express');", ['src/timers/a.ts → express']],
    ['src/store/a.ts', "const x = await import('winston');", ['src/store/a.ts → winston']],
    ['src/ports/a.ts', "import '../actions/desk';", ['src/ports/a.ts → src/actions/desk']],
    ['channels/instagram/a.ts', "import { x } from '../whatsapp-cloud';", ['channels/instagram/a.ts → channels/whatsapp-cloud']],
    ['channels/instagram/a.ts', "import { x } from '../../src/domain/ticket';", ['channels/instagram/a.ts → src/domain/ticket']],
    ['src/http/a.ts', "import {\n  a,\n} from '../http-client';", ['src/http/a.ts → src/http-client']],
    ['emulator/a.ts', "import { hear } from '../channels/meta/envelope';", ['emulator/a.ts → channels/meta/envelope']],
    ['emulator/a.ts', "import type { Heard } from '../src/ports/channel';", ['emulator/a.ts → src/ports/channel']],
    ['src/actions/a.ts', "for (const field of ['from', 'to']) use(field);", []],
    ['channels/instagram/a.ts', "import { x } from '../meta/graph';\nimport { y } from '../../src/ports/channel';", []],
    ['src/actions/a.ts', "import { x } from './b';\nimport type { Desk } from '../ports/store';", []],
  ];

  it.each(planted)('sees in %s: %s', (file, code, found) => {
    expect(strangers(file, code, ROOMS)).toEqual(found);
  });

  it('sees a file without a room', () => {
    expect(roomOf('src/helpers/a.ts', ROOMS)).toBeNull();
  });

  it('sees words out of their place', () => {
    const [time, environment] = PLACES.map(({ pattern }) => pattern) as [RegExp, RegExp];
    expect(wordsOutOfPlace('a.ts', 'const a = 1;\nconst t = Date.now();', time)).toEqual(['a.ts:2 const t = Date.now();']);
    expect(wordsOutOfPlace('a.ts', 'const t = new Date(0);', time)).toEqual([]);
    expect(wordsOutOfPlace('a.ts', 'process.env.PORT', environment)).toEqual(['a.ts:1 process.env.PORT']);
  });
});
