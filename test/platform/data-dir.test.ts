import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLocked, isOpenToOthers, lockDatabase, openDataDir, ownSecretKey, secretKeyPath } from '../../src/platform/data-dir';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'relaydesk-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the data folder', () => {
  it('is made for its owner alone', () => {
    openDataDir(join(dir, 'a', 'b'));
    expect(mode(join(dir, 'a', 'b'))).toBe('700');
  });

  it('is refused in words where a file is in its place', () => {
    writeFileSync(join(dir, 'file'), '');
    expect(() => openDataDir(join(dir, 'file'))).toThrow(
      /^DATA_DIR: found .*file \(E\w+\), expected a folder that this process may write to$/,
    );
  });
});

describe('the secret key', () => {
  it('is made once, for its owner alone', () => {
    const key = ownSecretKey(dir);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(ownSecretKey(dir)).toBe(key);
    expect([mode(secretKeyPath(dir)), isOpenToOthers(secretKeyPath(dir))]).toEqual(['600', false]);
  });

  it('is noticed when others may read it', () => {
    ownSecretKey(dir);
    chmodSync(secretKeyPath(dir), 0o644);
    expect(isOpenToOthers(secretKeyPath(dir))).toBe(true);
    expect(isOpenToOthers(join(dir, 'none'))).toBeNull();
  });

  it('is not made anew over an empty file', () => {
    writeFileSync(secretKeyPath(dir), '');
    expect(() => ownSecretKey(dir)).toThrow(/^SECRET_KEY: found an empty /);
    expect(readFileSync(secretKeyPath(dir), 'utf8')).toBe('');
  });
});

describe('the lock of an embedded database', () => {
  const HOLDER = `
    const { DatabaseSync } = require(${JSON.stringify(require.resolve('@photostructure/sqlite'))});
    new DatabaseSync(process.argv[1] + '.lock').exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => {}, 1000);`;

  it('is refused to a second desk, and free after the first has left', () => {
    const file = join(dir, 'desk.sqlite');
    const release = lockDatabase(file);
    expect(isLocked(file)).toBe(true);
    expect(() => lockDatabase(file)).toThrow(/^DATABASE_URL: found .*desk\.sqlite in use by a running desk/);
    release();
    expect(isLocked(file)).toBe(false);
    lockDatabase(file)();
  });

  it('dies with a holder that is killed', async () => {
    const file = join(dir, 'desk.sqlite');
    const holder = spawn(process.execPath, ['-e', HOLDER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(isLocked(file)).toBe(true);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(isLocked(file)).toBe(false);
  });
});
