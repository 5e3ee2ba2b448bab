import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const REPO = join(__dirname, '..', '..');
let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'relaydesk-')));
  cpSync(join(REPO, 'bin'), join(root, 'bin'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A file of the small project, written so many seconds ago. */
function file(name: string, text: string, ago = 0): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const at = Math.floor(statTime() - ago);
  for (let up = path; up !== root; up = dirname(up)) utimesSync(up, at, at);
}

function statTime(): number {
  return Date.now() / 1000;
}

function withCompiler(): void {
  file('tsconfig.json', '{"compilerOptions":{"rootDir":".","outDir":"dist","module":"node20","types":[]},"include":["src"]}', 100);
  symlinkSync(join(REPO, 'node_modules'), join(root, 'node_modules'));
  file('emulator/page/phone.css', 'body { margin: 0 }', 100);
  file('web/index.html', '<script type="module" src="/main.ts"></script>', 100);
  file('web/main.ts', 'console.log("a desk" as string);', 100);
  file('web/vite.config.mts', 'export default { root: import.meta.dirname, build: { outDir: "../dist/web", emptyOutDir: true } };', 100);
}

function start() {
  const code = "require('./bin/build-if-needed.js').buildIfNeeded(); console.log('went on');";
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' });
  return { went: stdout === 'went on\n', said: stderr.trim(), status };
}

const built = () => readFileSync(join(root, 'dist/src/cli.js'), 'utf8');

it('builds when there is no dist', () => {
  withCompiler();
  file('src/cli.ts', 'export const built = "first";', 100);
  expect(start()).toEqual({ went: true, said: 'building …', status: 0 });
  expect(built()).toContain('first');
  expect(existsSync(join(root, 'dist/emulator/page/phone.css'))).toBe(true);
  const assets = readdirSync(join(root, 'dist/web/assets')).map((name) => name.replace(/^index-[\w-]+/, 'index'));
  expect(assets.sort()).toEqual(['index.js', 'index.js.br', 'index.js.gz']);
});

it('builds again when a source is newer, and forgets what was deleted', () => {
  withCompiler();
  file('dist/src/gone.js', '', 50);
  file('dist/src/cli.js', 'old', 50);
  file('src/cli.ts', 'export const built = "second";');
  expect(start().went).toBe(true);
  expect(built()).toContain('second');
  expect(existsSync(join(root, 'dist/src/gone.js'))).toBe(false);
});

it('starts what is up to date as it is, without a compiler', () => {
  file('src/cli.ts', '', 100);
  file('dist/src/cli.js', 'built', 50);
  expect(start()).toEqual({ went: true, said: '', status: 0 });
});

it('starts what was built where there are no sources', () => {
  file('dist/src/cli.js', 'built', 50);
  expect(start()).toEqual({ went: true, said: '', status: 0 });
});

it('says that it starts an older build where nothing can build', () => {
  file('dist/src/cli.js', 'built', 50);
  file('src/cli.ts', '');
  expect(start()).toMatchObject({ went: true, said: expect.stringContaining('starting what was built') });
});

it('says what to do when there is nothing to start and no compiler', () => {
  file('src/cli.ts', '');
  expect(start()).toMatchObject({ went: false, said: expect.stringContaining('run npm ci'), status: 1 });
});

it('ends when the build fails, and leaves nothing half built', () => {
  withCompiler();
  file('src/cli.ts', 'export const built: number = "text";');
  expect(start()).toMatchObject({ went: false, status: 1 });
  expect(existsSync(join(root, 'dist/src/cli.js'))).toBe(false);
});
