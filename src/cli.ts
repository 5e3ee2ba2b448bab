import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { EmulatorOptions } from '../emulator/command';
import { addAgent } from './actions/agents/add-agent';
import { type Verified, verifyReport } from './actions/reports/verify-report';
import { readConfig, VARIABLES, type Variable } from './config';
import { doctor } from './doctor';
import { ConfigError } from './domain/errors';
import { migrate, openHouse, openStoreToLook, reportFilesOf } from './house';
import { nameFrom, startDesk } from './main';
import { askSecret } from './platform/ask';
import { houseKeeper } from './platform/house-keeper';
import { OLDER, plan, replay, Stopped } from './policy-commands';

/** What sysexits.h calls EX_CONFIG: a supervisor need not try again. */
const CONFIG_EXIT = 78;
/** As shells have it for whoever was stopped by Ctrl-C. */
const INTERRUPTED_EXIT = 130;
/** A desk that is told to leave has this long to end what it does. */
const PATIENCE = 5_000;

export async function run(argv: readonly string[]): Promise<void> {
  process.umask(0o077); // whatever is made in DATA_DIR is its owner's
  try {
    await commands().parseAsync([...argv]);
  } catch (error) {
    console.error(`relaydesk: ${error instanceof Error ? error.message : error}`);
    process.exitCode = exitOf(error);
  }
}

function exitOf(error: unknown): number {
  if (error instanceof ConfigError) return CONFIG_EXIT;
  return error instanceof Stopped ? INTERRUPTED_EXIT : 1;
}

function commands(): Command {
  const relaydesk = new Command('relaydesk').description('A self-hosted help desk for messaging channels.');
  relaydesk.command('start').description('run the desk').action(start);
  relaydesk.command('migrate').description('bring the database up to date').action(bringUpToDate);
  relaydesk
    .command('create-admin')
    .argument('<email>')
    .argument('[name]')
    .description('add an admin; asks for the password')
    .action(createAdmin);
  relaydesk
    .command('emulator')
    .description('run a twin of Meta’s Graph on this computer, with a phone to write as a customer')
    .option('--port <port>', 'where to listen', portFrom, 4010)
    .option('--webhook <url>', 'the webhook of the WhatsApp channel')
    .option('--instagram-webhook <url>', 'the webhook of the Instagram channel')
    .option('--messenger-webhook <url>', 'the webhook of the Messenger channel')
    .option('--seed <word>', 'the same ids and weather every time')
    .action(runTwin);
  relaydesk.command('doctor').description('look at database, clock, disk, key and channels, and say what to do').action(examine);
  relaydesk
    .command('plan')
    .requiredOption('--policy <file>', 'JSON as PATCH /settings takes it')
    .option('--channel <name>', 'the file is what this channel does otherwise: its overrides')
    .description('tell which open tickets other settings would move now; changes nothing')
    .action(planPolicy);
  relaydesk
    .command('replay')
    .requiredOption('--from <day>', 'the first day, of the desk’s zone')
    .requiredOption('--to <day>', 'the last day, itself included')
    .requiredOption('--policy <file>', 'JSON as PATCH /settings takes it')
    .option('--json', 'everything as JSON')
    .description('tell what a period would have been like under other settings; changes nothing')
    .action(replayPolicy);
  const report = relaydesk.command('report').description('look at reports');
  report.command('verify').argument('<file>').description('make the report of a downloaded file again, and compare them').action(verify);
  return relaydesk;
}

async function start(): Promise<void> {
  const desk = await startDesk(readConfig());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(desk));
  const setup = desk.setupUrl ? [`No admin yet. Make one within the hour: ${desk.setupUrl}`] : [];
  console.log([`Relaydesk listens on ${desk.url}`, ...setup].join('\n'));
}

/** Loaded only here: the twin is the outside world, and no part of the desk. */
async function runTwin(options: EmulatorOptions): Promise<void> {
  const { emulate } = await import('../emulator/command.js');
  const twin = await emulate(options, console.log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => twin.close().then(() => process.exit()));
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('expected a port from 0 to 65535');
  return port;
}

/** What is not done in time is left as it is: the next start goes on from what was committed. */
async function leave(desk: { stop(): Promise<void> }): Promise<void> {
  setTimeout(() => process.exit(), PATIENCE).unref();
  await desk.stop();
  process.exit();
}

async function bringUpToDate(): Promise<void> {
  const done = await migrate(readConfig());
  console.log(done.length === 0 ? 'The database was up to date.' : `The database is up to date: ${done.join(', ')}.`);
}

async function createAdmin(address: string, name = nameFrom(address)): Promise<void> {
  const email = checked('e-mail address', VARIABLES.adminEmail, address);
  const { desk, close } = await openHouse(readConfig());
  try {
    const password = checked('password', VARIABLES.adminPassword, await askSecret(`Password for ${email}: `));
    await addAgent(desk, { by: null, name, email, password, role: 'admin', capacity: null });
  } finally {
    await close();
  }
  console.log(`${email} is an admin now.`);
}

/** What a person typed, by the rule for the variable that says the same. */
function checked(what: string, { read, expected }: Variable<string>, text: string): string {
  const value = read(text);
  if (value === undefined) throw new Error(`the ${what} is not usable: expected ${expected}`);
  return value;
}

async function planPolicy(asked: Parameters<typeof plan>[1]): Promise<void> {
  console.log((await plan(readConfig(), asked)).join('\n'));
}

/** Ctrl-C ends it at the next slice of chats; a second one at once. */
async function replayPolicy(asked: Parameters<typeof replay>[1]): Promise<void> {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  console.log((await replay(readConfig(), asked, { tell: console.error, until: stopping.signal })).join('\n'));
}

async function examine(): Promise<void> {
  const findings = await doctor(readConfig());
  for (const { state, name, says } of findings) console.log(`${state.padEnd(5)} ${name.padEnd(11)} ${says}`);
  if (findings.some(({ state }) => state === 'BAD')) process.exitCode = 1;
}

/** Works beside a running desk: it only reads. */
async function verify(file: string): Promise<void> {
  const config = readConfig();
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const store = await openStoreToLook(config);
  try {
    if (await store.pending()) throw new Error(OLDER);
    const desk = { store, house: await houseKeeper(store.reads), reportFiles: reportFilesOf(config) };
    const verified = await verifyReport(desk, { sha256: hash.digest('hex'), read: createReadStream(file) });
    console.log(saidOf(verified));
    if (verified.end !== 'same') process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function saidOf(verified: Verified): string {
  if (verified.end === 'unknown') return 'Not a file of this desk: no report has these bytes. It was changed, or its report was removed.';
  const { request, manifest, at } = verified.report;
  const what = `“${request.name}”, ${request.from} to ${request.to}, begun ${new Date(at ?? 0).toISOString()}`;
  return verified.end === 'same'
    ? `The same: ${what}. Made again from the desk’s events it is equal, byte by byte (${manifest?.rows} rows).`
    : `Different: the file is that of ${what}, yet made again it differs from byte ${verified.at} on. Figures or names of that time have changed.`;
}
