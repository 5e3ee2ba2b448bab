import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/database';
import type { Client } from '../http/support/client';
import { relaydesk } from '../support/command';
import { databases, type TestDatabase } from '../support/database';
import { type Desks, desksOn } from './support/desks';
import { figure, sized } from './support/size';
import { until } from './support/until';

const TICKETS = sized(25_000, 1_000_000);
const CREATED = Date.UTC(2026, 9, 1);

/** So many closed tickets, as the figures keep them. */
const LIVES = `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${TICKETS})
  insert into ticket_figures (ticketId, number, chatId, contactId, channelId, createdAt, openCause, proactive, openedAt, closedAt, closeCause,
    reopens, status, stage, statusSince, stageSince, priority, tags, response, gathered, spent, stages, statuses, messagesIn, messagesOut, seq, at, batch)
  select printf('ticket%014d', i), i, printf('chat%016d', i), '', '', ${CREATED} + i * 1000, 'created', 0, 0, ${CREATED} + i * 2000, 'closed_by_person',
    0, 'closed', 'closed', 0, 0, 'medium', '[]', 60, '{}', '{"plain":{"total":60,"handle":50,"waiting":40,"idle":0}}', '{"open":60000}', '{}', 3, 2, 9, 0, 0 from n`;

describe('a report whose desk is killed in the middle', () => {
  let database: TestDatabase;
  let folder: string;
  let desks: Desks;
  let admin: Client;

  beforeAll(async () => {
    database = await (databases()[0] as ReturnType<typeof databases>[number]).create();
    folder = await mkdtemp(join(tmpdir(), 'relaydesk-report-'));
    const open = await openDatabase(database.url);
    await open.transaction((query) => query(LIVES)).finally(() => open.close());
    desks = await desksOn(database, { env: { DATA_DIR: folder } });
    admin = await desks.admin();
  }, 600_000);
  afterAll(async () => {
    await desks?.end();
    await Promise.all([desks?.remove(), database?.remove(), rm(folder, { recursive: true, force: true })]);
  });

  const files = () => readdir(join(folder, 'reports')).catch(() => []);

  it('is made anew from its beginning, whole, and can be verified while the desk runs', async () => {
    const wanted = { type: 'customer_tickets', name: 'Autumn', from: '2026-10-01', to: '2026-12-31', format: 'csv' };
    const { id } = (await admin.post('/reports', wanted)).body;
    while ((await files()).length === 0) {}
    await desks.kill();
    expect(await files()).toEqual([expect.stringMatching(`^${id}\\..*\\.part$`)]);
    await desks.again();
    admin = await desks.admin();
    await until('it is ready', async () => (await admin.get(`/reports/${id}`)).body.state === 'ready', 600_000);
    expect(await files()).toEqual([id]);

    const answer = await fetch(`${desks.url()}/api/v1/reports/${id}/download`, { headers: { cookie: admin.cookie } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { manifest } = (await admin.get(`/reports/${id}`)).body;
    expect([manifest.rows, manifest.chats, manifest.sha256]).toEqual([TICKETS, TICKETS, createHash('sha256').update(bytes).digest('hex')]);
    const took = (await admin.get(`/reports/${id}`)).body;
    figure(
      `a report of ${TICKETS} tickets, killed and made anew: ${bytes.length} bytes in ${Date.parse(took.finishedAt) - Date.parse(took.createdAt)} ms`,
    );

    const verify = async (name: string, content: Buffer) => {
      await writeFile(join(folder, name), content);
      return relaydesk(['report', 'verify', join(folder, name)], { DATABASE_URL: database.url, DATA_DIR: folder });
    };
    expect(await verify('whole.csv', bytes)).toMatchObject({ code: 0, out: expect.stringContaining('The same: “Autumn”') });
    expect(await verify('cut.csv', bytes.subarray(1))).toMatchObject({ code: 1, out: expect.stringContaining('Not a file of this desk') });
  }, 900_000);
});
