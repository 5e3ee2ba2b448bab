import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChrome } from '../../../channels/whatsapp-web/chrome';
import { openWebLine } from '../../../channels/whatsapp-web/line';
import { realClient } from '../../../channels/whatsapp-web/real-client';
import { profileIn } from '../../../channels/whatsapp-web/session';
import type { LineGiven, LineState } from '../../../src/ports/channel';
import { handClock } from '../../support/database';
import { handTime, until } from '../support/hand-time';
import { outsideAt } from '../support/provider';

const RESTARTS = process.env.TEST_SIZE === 'full' ? 50 : 5;
const NOWHERE = join(tmpdir(), 'no-such-chrome');
const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROME_PATH ?? NOWHERE].find(
  existsSync,
);

/** Processes of this machine that were started on that profile. */
const browsersOn = (folder: string): number =>
  readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(folder)).length;

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function given(folder: string, chromePath: string | null) {
  const clock = handClock();
  const time = handTime(clock);
  const states: LineState[] = [];
  const all: LineGiven = {
    channelId: 'a-channel',
    outside: outsideAt(9),
    kept: null,
    chromePath,
    folder: async () => folder,
    keep: async () => undefined,
    hear: async () => undefined,
    tell: (state) => void states.push(state),
    now: () => clock.now(),
    after: time.after,
    log: () => undefined,
    random: () => 0,
  };
  return { all, time, states };
}

describe('the real library', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'session-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('says that there is no Chrome, and looks again', async () => {
    const { all, time, states } = given(folder, NOWHERE);
    const line = openWebLine(realClient, all);
    await until('it says so', () => states.at(-1)?.code === 'no_browser');
    expect(states.at(-1)).toMatchObject({
      status: 'waiting',
      says: expect.stringContaining('install chromium or set CHROME_PATH'),
      retryAt: all.now() + 60_000,
    });
    await time.pass(61_000);
    await until('it has looked again', () => states.filter(({ code }) => code === 'no_browser').length === 2);
    await line.close();
    expect(time.planned()).toBe(0);
    await expect(findChrome(NOWHERE)).rejects.toThrow('CHROME_PATH');
  });

  const withBrowser = BROWSER ? it : it.skip;

  withBrowser(`leaves no process over ${RESTARTS} restarts without a network`, async () => {
    await symlink('another-machine-4711', join(folder, 'SingletonLock'));
    const { all, time, states } = given(folder, BROWSER ?? null);
    const line = openWebLine(realClient, all);
    const failures = () => states.filter(({ code, retryAt }) => code === 'unreachable' && retryAt != null);
    for (let tries = 1; tries <= RESTARTS; tries += 1) {
      await until(`it has failed ${tries} times`, () => failures().length === tries);
      await until('nothing of its browser is left', () => browsersOn(profileIn(folder)) === 0);
      if (tries < RESTARTS) await time.pass(Number(failures().at(-1)?.retryAt) - all.now());
    }
    expect(states.at(-1)).toMatchObject({
      status: 'waiting',
      says: 'WhatsApp Web can’t be reached from this machine.',
      retryAt: expect.any(Number),
    });
    await line.close();
    await until('nothing of its browser is left', () => browsersOn(profileIn(folder)) === 0);
    expect(time.planned()).toBe(0);
  });

  withBrowser('ends a browser that has hardly begun', async () => {
    const { all, time } = given(folder, BROWSER ?? null);
    const line = openWebLine(realClient, all);
    await until('a browser runs', () => browsersOn(profileIn(folder)) > 0);
    await line.close();
    await until('nothing of its browser is left', () => browsersOn(profileIn(folder)) === 0);
    expect(time.planned()).toBe(0);
  });
});
