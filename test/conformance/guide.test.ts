import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { strangers } from '../support/import-map';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/channels/adding-a-channel.md'), 'utf8');
const files = [...page.matchAll(/```ts (\S+)\n([\s\S]+?)```/g)].map(([, name = '', source = '']) => ({ name, source }));

/** The project as it would be with these files: what is not theirs is the project's own. */
const house = mkdtempSync(join(tmpdir(), 'relaydesk-guide-'));
for (const name of [
  'src',
  'node_modules',
  'package.json',
  'channels/common',
  'test/conformance',
  'test/channels/support',
  'test/support',
]) {
  mkdirSync(dirname(join(house, name)), { recursive: true });
  symlinkSync(join(ROOT, name), join(house, name));
}
for (const { name, source } of files) {
  mkdirSync(dirname(join(house, name)), { recursive: true });
  writeFileSync(join(house, name), source);
}
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the channel of docs/channels/adding-a-channel.md', () => {
  it('is a channel and its suite', () => {
    expect(files.map(({ name }) => name)).toEqual([
      ...['hear', 'seal', 'send', 'index'].map((part) => `channels/pigeon/${part}.ts`),
      'test/channels/pigeon/conformance.test.ts',
    ]);
  });

  it('is right in its types', async () => {
    const compilerOptions = { rootDir: '/', typeRoots: [join(ROOT, 'node_modules/@types')] };
    const config = { extends: join(ROOT, 'test/tsconfig.json'), compilerOptions, include: [], files: files.map(({ name }) => name) };
    writeFileSync(join(house, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const said = await promisify(execFile)(process.execPath, [tsc, '-p', house], { cwd: house }).catch((error: unknown) => error);
    expect(said).toEqual({ stdout: '', stderr: '' });
  });

  it('knocks only where a channel may', () => {
    const rooms = { 'channels/pigeon': ['src/ports/channel', 'src/domain/content', 'channels/common', 'node:crypto', 'node:stream'] };
    const own = files.filter(({ name }) => name.startsWith('channels/'));
    expect(own.flatMap(({ name, source }) => strangers(name, source, rooms))).toEqual([]);
  });
});

require(join(house, 'test/channels/pigeon/conformance.test.ts'));
