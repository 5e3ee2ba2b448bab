const { spawnSync } = require('node:child_process');
const { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { brotliCompressSync, gzipSync } = require('node:zlib');

const ROOT = join(__dirname, '..');
const BUILT = join(ROOT, 'dist', 'src', 'cli.js');
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const BUNDLER = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const SOURCES = ['src', 'channels', 'migrations', 'emulator', 'demo', 'web', 'ormconfig.ts', 'tsconfig.json', 'package-lock.json'];

/** Compiles into dist/ when it is missing or older than the sources; ends the process when it can't. */
function buildIfNeeded() {
  if (!isNeeded()) return;
  if (existsSync(COMPILER)) build();
  else if (!existsSync(BUILT))
    fail('dist/ is missing and there is no compiler to make it: run npm ci, with its devDependencies, and npm run build');
  else console.error('dist/ is older than the sources, and there is no compiler here: starting what was built');
}

/** Where there are no sources, as in the container, what was built is all there is. */
function isNeeded() {
  if (!existsSync(join(ROOT, 'src', 'cli.ts'))) return false;
  return !existsSync(BUILT) || Math.max(...SOURCES.map(newest)) > statSync(BUILT).mtimeMs;
}

function newest(name) {
  const path = join(ROOT, name);
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const inside = readdirSync(path, { recursive: true }).map((file) => statSync(join(path, file)).mtimeMs);
  return Math.max(statSync(path).mtimeMs, ...inside);
}

/** From nothing, so that what was deleted from the sources is gone; a failed build leaves no dist/ behind. */
function build() {
  console.error('building …');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  run(COMPILER, '-p', 'tsconfig.json', '--noEmitOnError');
  cpSync(join(ROOT, 'emulator', 'page'), join(ROOT, 'dist', 'emulator', 'page'), { recursive: true });
  buildWebApp();
  buildWebchat();
}

/** Into dist/web, with packed twins of its assets for browsers that take them. */
function buildWebApp() {
  run(BUNDLER, 'build', '--config', join('web', 'vite.config.mts'), '--logLevel', 'warn');
  const assets = join(ROOT, 'dist', 'web', 'assets');
  for (const name of readdirSync(assets)) pack(join(assets, name));
}

/** The script that sites embed, beside the web app. */
function buildWebchat() {
  const config = join('channels', 'webchat', 'widget', 'vite.config.mts');
  if (!existsSync(join(ROOT, config))) return;
  run(BUNDLER, 'build', '--config', config, '--logLevel', 'warn');
  pack(join(ROOT, 'dist', 'web', 'webchat.js'));
}

function pack(path) {
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes));
  writeFileSync(`${path}.br`, brotliCompressSync(bytes));
}

function run(tool, ...options) {
  const { status } = spawnSync(process.execPath, [tool, ...options], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('the build failed');
}

function fail(why) {
  console.error(why);
  process.exit(1);
}

module.exports = { build, buildIfNeeded };
