import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, relaydesk } from './child';
import { type LogIn, logIn, type Seat } from './desk';
import type { Options } from './options';
import { BOT, connect, hire, logInOf, logInsOfStaff, type Shop, settingsAt } from './shop';
import { ACCOUNT_LINES, accountIn, type Network, type Twin, twinAt } from './twin';

/** The two processes and the folder that the demo is made of. */
export interface Stage {
  readonly desk: string;
  readonly twin: Twin;
  readonly admin: LogIn;
  readonly staff: readonly LogIn[];
  furnish(): Promise<{ readonly admin: Seat; readonly shop: Shop }>;
  /** Resolves with its name when one of the processes has ended by itself. */
  readonly broken: Promise<string>;
}

/** Everything that must be gone in the end, newest last. */
export type Undo = (() => Promise<unknown>)[];

/** Starts the twin and a desk that takes it for Meta. What it starts it writes to `undo` at once: a start can be broken off. */
export async function build({ seed, port, pace }: Options, undo: Undo, over: AbortSignal): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'relaydesk-demo-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const run = (args: readonly string[], env: Readonly<Record<string, string>>) => {
    over.throwIfAborted();
    const command = relaydesk(args, env);
    undo.push(command.end);
    return command;
  };
  const outside = run(['emulator', '--port', '0', '--seed', seed], {});
  const [, phoneUrl = ''] = await outside.printed(/phone: (\S+)$/m);
  const twin = twinAt(phoneUrl);
  const password = `demo-${randomBytes(6).toString('hex')}`;
  const admin = logInOf('Admin', password);
  const inside = run(['start'], {
    DATA_DIR: folder,
    PORT: String(port),
    GRAPH_API_URL: twin.url,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: password,
    SWEEP_CRON: '* * * * * *',
    LOG_LEVEL: 'warn',
  });
  const [, desk = ''] = await inside.printed(/listens on (\S+)$/m);
  const staff = logInsOfStaff(password);
  const broken = Promise.race([outside.ended.then(() => 'the twin'), inside.ended.then(() => 'the desk')]);
  return { desk, twin, admin, staff, broken, furnish: () => furnish({ desk, twin, outside, admin, staff, pace }) };
}

interface Bare {
  readonly desk: string;
  readonly twin: Twin;
  readonly outside: Command;
  readonly admin: LogIn;
  readonly staff: readonly LogIn[];
  readonly pace: number;
}

/** All that an operator does on the first day, through the same API. */
async function furnish({ desk, twin, outside, admin, staff, pace }: Bare): Promise<{ admin: Seat; shop: Shop }> {
  const seat = await logIn(desk, admin);
  await seat.patch('/settings', settingsAt(pace));
  const agents = await hire(seat, staff, (who) => logIn(desk, who));
  const bot = await seat.post('/bots', BOT);
  const channel = async (network: Network) => {
    const account = accountIn(await outside.printed(ACCOUNT_LINES[network]));
    const made = await connect(seat, bot.id, network, account);
    await twin.do('webhook', { account: network, url: made.webhookUrl });
    return made;
  };
  return { admin: seat, shop: { agents, channels: { whatsapp: await channel('whatsapp'), instagram: await channel('instagram') } } };
}
