import { openIntake } from '../../../src/actions/hearing/intake';
import { openServer } from '../../../src/http/server';
import type { Database } from '../../../src/store/database';
import { TABLES } from '../../../src/store/schema';
import { openTrial } from '../../../src/trial';
import { Client } from '../../http/support/client';
import type { TestDesk } from '../../support/desk';

const CONFIG = { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: null, metricsToken: null, webApp: null };

/** The HTTP face of a test's desk, with an intake of its own; time stays the test's. */
export async function doorOf({ desk }: TestDesk) {
  const intake = openIntake(desk);
  const server = await openServer(desk, {
    config: CONFIG,
    intake,
    trial: openTrial(desk, { allowed: false }),
    sleep: () => new Promise<void>(setImmediate),
  });
  return {
    url: server.url,
    /** Somebody of `aDesk`, logged in. */
    async as(name: string, id = ''): Promise<Client> {
      const client = new Client(server.url, id);
      const { status } = await client.logIn(`${name.toLowerCase()}@example.com`, 'correct horse');
      if (status >= 300) throw new Error(`${name} could not log in: ${status}`);
      return client;
    },
    async close() {
      await server.close();
      await intake.stop();
    },
  };
}

const KEPT = new Set([
  'settings',
  'channels',
  'stages',
  'agents',
  'sessions',
  'setup',
  'leases',
  'sweeps',
  'idempotency_keys',
  'ticket_numbers',
  'migrations',
]);

/** Forgets everybody who ever wrote; channels, people and settings stay. */
export function forgetTraffic({ transaction }: Database): Promise<void> {
  return transaction(async (query) => {
    for (const { name } of TABLES) if (!KEPT.has(name)) await query(`delete from ${name}`);
  });
}
