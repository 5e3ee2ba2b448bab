import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { tidyReports } from '../../src/actions/reports/end-report';
import { sweepReports } from '../../src/actions/reports/sweep-reports';
import { verifyReport } from '../../src/actions/reports/verify-report';
import { tidy } from '../../src/actions/time/tidy';
import { transact } from '../../src/actions/transact';
import type { Report, ReportSchedule } from '../../src/domain/figures/report';
import { bucketShelf } from '../../src/platform/files/bucket';
import { reportFolder } from '../../src/platform/reports/folder';
import { reportThreads } from '../../src/platform/reports/thread';
import { FilesDown } from '../../src/ports/files';
import type { Letter } from '../../src/ports/mail';
import type { ReportMaker } from '../../src/ports/report-maker';
import { runKey } from '../../src/timers/errands';
import { databases, testStore } from '../support/database';
import { fakeS3 } from '../support/s3';
import { type AServer, aServer } from './support/a-server';
import type { Client, Told } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOVEMBER = { name: 'November', from: '2026-11-01', to: '2026-11-30', zone: 'Europe/Madrid' };
const WANTED = { type: 'customer_tickets', format: 'csv', ...NOVEMBER };

/** The bytes of an answer, which no client of text may touch. */
const fileOf = async ({ url, cookie }: Client, id: string) => {
  const answer = await fetch(`${url}/api/v1/reports/${id}/download`, { headers: { cookie } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

/** Cells of a CSV by their headings, as RFC 4180 has them. */
function csvIn(bytes: Buffer): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain = '', end] of bytes.toString().matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  const [headings = [], ...lines] = rows.slice(0, -1);
  return lines.map((line) => Object.fromEntries(headings.map((heading, at) => [heading, line[at] ?? ''])));
}

describe.each(databases())('reports on $name', (on) => {
  let server: AServer;
  let admin: Client;
  let ana: Client;
  const letters: Letter[] = [];

  const ask = async (wanted: object = WANTED): Promise<string> => {
    const { status, body } = await admin.post('/reports', wanted);
    expect([status, body.state]).toEqual([202, 'queued']);
    return body.id;
  };
  const make = () => runKey(server.desk, 'reports');
  const made = async (wanted?: object) => {
    const id = await ask(wanted);
    await make();
    return { id, report: (await admin.get(`/reports/${id}`)).body, ...(await fileOf(admin, id)) };
  };
  const ticketOf = async (name: string): Promise<string> =>
    (await admin.get('/tickets?limit=200')).body.data.find(({ contact }: { contact: { name: string } }) => contact.name === name).id;
  const heard = async (channel: string, phone: string, name: string, text = 'Hello') => {
    const told = aText(phone, text, { at: server.clock.now() });
    const [{ profile }] = (told.entry[0]?.changes[0]?.value.contacts ?? []) as unknown as [{ profile: { name: string } }];
    profile.name = name;
    expect(await server.tell(channel, told)).toBe(200);
  };
  /** All that was said with somebody, as when its writers think better of it. */
  const takenBack = async (name: string) => {
    const [{ chatId }] = (await admin.get(`/tickets?q=${name}`)).body.data;
    const { data } = await server.desk.store.reads.messages({ chatId }, { limit: 50, cursor: null });
    await transact(server.desk, async (tx, ledger) => {
      ledger.take(await tx.hold([chatId]));
      ledger.takeMessages(data);
      for (const message of data) ledger.changeMessage({ ...message, content: { type: 'unsupported', kind: 'deleted', raw: null } });
    });
    return data.length;
  };
  let channel: string;
  let stage: string;

  beforeAll(async () => {
    const mail = { send: async (letter: Letter) => ({ end: 'sent' as const, ...(letters.push(letter) && {}) }), check: async () => null };
    server = await aServer({ on, mail });
    Object.assign(server.desk, { publicUrl: 'https://desk.example.com' });
    admin = server.admin;
    channel = await aChannel(admin);
    ana = await server.agent('Ana');
    stage = (await admin.post('/stages', { name: 'Waiting, for "parts"', color: 'teal' })).body.key;
    await admin.put(`/agents/${ana.id}/presence`, { presence: 'online' });
    await heard(channel, '15550001', '=HYPERLINK("http://x";"y")');
    await heard(channel, '15550002', 'Maria\u0007 “Ñandú”, 2');
    server.clock.forward(10 * MINUTE);
    const maria = await ticketOf('Maria\u0007 “Ñandú”, 2');
    await ana.post(`/tickets/${maria}/messages`, { content: { type: 'text', text: 'Hi' } });
    await admin.patch(`/tickets/${maria}`, { stage, tags: ['-1+1', 'vip'] });
    server.clock.forward(5 * MINUTE);
    expect((await ana.post(`/tickets/${maria}/close`)).status).toBe(200);
    server.clock.forward(MINUTE);
  });
  afterAll(() => server.close());

  it('tell each ticket of the days asked for, with names as people wrote them, and nothing that a spreadsheet would run', async () => {
    const told: string[] = [];
    const deaf = server.desk.bus.listen((all) => void told.push(...all.map(({ name }) => name)));
    const { report, headers, bytes, status } = await made();
    deaf();
    expect(told.filter((name) => name.startsWith('report.'))).toEqual([
      'report.changed',
      'report.changed',
      'report.ready',
      'report.changed',
    ]);
    expect([status, report.state, report.rows, report.expected, report.problem]).toEqual([200, 'ready', 2, 2, null]);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="November.csv"; filename*=UTF-8''November.csv`);
    const rows = csvIn(bytes);
    expect(rows.map((row) => [row.Customer, row['Phone or user name'], row.Account, row.Channel, row.Status])).toEqual([
      [`'=HYPERLINK("http://x";"y")`, '15550001', 'Front desk', 'whatsapp_cloud', 'active'],
      ['Maria\u0007 “Ñandú”, 2', '15550002', 'Front desk', 'whatsapp_cloud', 'closed'],
    ]);
    expect(rows[0]).toMatchObject({ 'Open (s)': '960', 'Waiting (s)': '', 'Handled (s)': '', 'Idle (s)': '', 'Total (s)': '' });
    expect(rows[1]).toMatchObject({
      'Created (Europe/Madrid)': '2026-11-22T10:00:00+01:00',
      'First response (Europe/Madrid)': '2026-11-22T10:10:00+01:00',
      'Closed (Europe/Madrid)': '2026-11-22T10:15:00+01:00',
      Stage: 'Closed',
      'Open (s)': '600',
      'Waiting, for "parts" (s)': '300',
      'Closed (s)': '60',
      Agent: 'Ana',
      Tags: `'-1+1, vip`,
      'First response (s)': '600',
      'Waiting (s)': '600',
      'Handled (s)': '900',
      'Total (s)': '900',
      'Messages in': '1',
      'Messages out': '1',
      'Closed by': 'closed_by_person',
    });
    const { sha256, ...manifest } = report.manifest;
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(manifest).toMatchObject({ rows: 2, tickets: 2, chats: 2, escaped: 2, bytes: bytes.length });
    expect((await admin.get(`/reports/${report.id}/manifest`)).body).toEqual(report.manifest);
    expect((await admin.post('/reports/check', { sha256 })).body.report.id).toBe(report.id);
    expect((await admin.post('/reports/check', { sha256: '0'.repeat(64) })).body).toEqual({ report: null });
  });

  it('are workbooks that open anywhere: numbers as numbers, words as they were, the heading in sight', async () => {
    const { bytes, headers } = await made({ ...WANTED, name: 'Año “1”', format: 'xlsx' });
    expect(headers.get('content-disposition')).toContain(`filename="Ano _1_.xlsx"; filename*=UTF-8''A%C3%B1o%20`);
    const files = unzipSync(new Uint8Array(bytes));
    expect(Object.keys(files)).toContain('xl/workbook.xml');
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('Maria_x0007_ “Ñandú”, 2');
    expect(sheet).toContain('=HYPERLINK(&quot;'.replaceAll('&quot;', '"'));
    expect(sheet).toContain('<c><v>900</v></c>');
    expect(sheet.match(/<row>/g)).toHaveLength(3);
  });

  it('come again byte by byte, though people, stages, agents and channels were renamed and tickets went on', async () => {
    const firsts = [];
    for (const type of ['customer_tickets', 'agents', 'stages', 'messages'] as const)
      for (const format of ['csv', 'xlsx'] as const) firsts.push(await made({ ...WANTED, type, format, channelKinds: ['whatsapp_cloud'] }));
    await admin.patch(`/stages/${stage}`, { name: 'Parts' });
    await admin.post('/stages', { name: 'Newer', color: 'rose' });
    await admin.patch(`/agents/${ana.id}`, { name: 'Anna' });
    await admin.patch(`/channels/${channel}`, { name: 'Shop' });
    await admin.delete(`/stages/${stage}`);
    expect(await takenBack('15550002')).toBe(2);
    await heard(channel, '15550001', 'Pedro', 'More');
    await heard(channel, '15550002', 'Mary', 'Again');
    await heard(channel, '15550003', 'Zoe');
    const [zoe, mary] = await Promise.all(['Zoe', 'Mary'].map(async (name) => (await admin.get(`/contacts?q=${name}`)).body.data[0].id));
    expect((await admin.post(`/contacts/${zoe}/merge`, { contactId: mary })).status).toBe(200);
    server.clock.forward(60 * MINUTE);
    for (const { id, bytes } of firsts) {
      const again = (await admin.post(`/reports/${id}/again`)).body;
      await make();
      const file = await fileOf(admin, again.id);
      if (again.format === 'csv') expect([again.type, file.bytes.toString()]).toEqual([again.type, bytes.toString()]);
      expect([again.type, again.format, file.bytes.equals(bytes)]).toEqual([again.type, again.format, true]);
      const read = (async function* () {
        yield bytes;
      })();
      expect(await verifyReport(server.desk, { sha256: createHash('sha256').update(bytes).digest('hex'), read })).toMatchObject({
        end: 'same',
      });
    }
    const now = csvIn((await made()).bytes);
    expect(now.map((row) => row['Customer ID'] === zoe)).toEqual([false, true, true, true]);
  });

  it('say that a changed file is none of theirs, and where one is another than it was', async () => {
    const read = (async function* () {
      yield Buffer.from('x');
    })();
    expect(await verifyReport(server.desk, { sha256: 'ab'.repeat(32), read })).toEqual({ end: 'unknown' });
    const { report } = await made();
    expect(await verifyReport(server.desk, { sha256: report.manifest.sha256, read })).toMatchObject({ end: 'different', at: 0 });
  });

  it('count alike in every type: agents and stages as the tickets tell', async () => {
    const agents = csvIn((await made({ ...WANTED, type: 'agents' })).bytes);
    expect(agents).toEqual([expect.objectContaining({ Agent: 'Anna', Closed: '1', 'First responses': '1', 'Handled (s)': '900' })]);
    const tickets = csvIn((await made()).bytes);
    const stages = csvIn((await made({ ...WANTED, type: 'stages' })).bytes);
    const sum = tickets.reduce((seconds, row) => seconds + Number(row['Open (s)']), 0);
    expect(stages.find(({ Stage }) => Stage === 'Open')?.['Time in it (s)']).toBe(String(sum));
    const messages = csvIn((await made({ ...WANTED, type: 'messages' })).bytes);
    expect(messages.filter(({ Direction }) => Direction === 'in')).toHaveLength(5);
    expect(messages.find(({ Direction }) => Direction === 'out')).toMatchObject({
      Author: 'agent',
      'Author name': 'Anna',
      Type: 'unsupported',
    });
  });

  it.each([
    ['a kind that there is not', { channelKinds: ['fax'] }, 'channelKinds.0'],
    ['a day that there is not', { from: '2026-02-30' }, 'from'],
    ['an end before the beginning', { to: '2026-10-31' }, 'to'],
    ['a zone that there is not', { zone: 'Europe/Atlantis' }, 'zone'],
    ['a type that there is not', { type: 'weather' }, 'type'],
    ['no name', { name: ' ' }, 'name'],
  ])('refuse %s', async (_, wrong, path) => {
    const { status, body } = await admin.post('/reports', { ...WANTED, ...wrong });
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid', path]);
  });

  it('are for admins alone', async () => {
    expect((await ana.get('/reports')).status).toBe(403);
    expect((await ana.post('/reports', WANTED)).status).toBe(403);
  });

  it('take the zone of the workspace, and come once for one Idempotency-Key', async () => {
    const { zone: _, ...bare } = WANTED;
    const key = { 'idempotency-key': `once ${on.name}` };
    const [first, second] = [await admin.post('/reports', bare, key), await admin.post('/reports', bare, key)];
    expect([first.body.zone, second.body.id]).toEqual(['UTC', first.body.id]);
    await admin.delete(`/reports/${first.body.id}`);
  });

  it('wait in line, and say so; one that is cancelled has no file', async () => {
    const [first, second] = [await ask(), await ask()];
    const early = await admin.get(`/reports/${first}/download`);
    expect([early.status, early.body.code, early.body.state]).toEqual([409, 'report_not_ready', 'queued']);
    expect((await admin.post(`/reports/${second}/cancel`)).body.state).toBe('cancelled');
    await make();
    expect((await fileOf(admin, first)).status).toBe(200);
    expect((await fileOf(admin, second)).status).toBe(410);
    expect((await admin.post(`/reports/${first}/cancel`)).body.code).toBe('report_over');
    const list = (await admin.get('/reports?limit=2')).body;
    expect(list.data.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    expect((await admin.get(`/reports?limit=1&cursor=${list.nextCursor}`)).body.data).toHaveLength(1);
    expect((await admin.delete(`/reports/${first}`)).status).toBe(204);
    expect((await fileOf(admin, first)).status).toBe(404);
  });

  it('stop in the middle when they are cancelled, and leave nothing', async () => {
    const id = await ask();
    const { reportFiles } = server.desk;
    const begin: typeof reportFiles.begin = async (which) => {
      const file = await reportFiles.begin(which);
      await admin.post(`/reports/${id}/cancel`);
      const write: typeof file.write = (bytes) => {
        server.clock.forward(2000);
        return file.write(bytes);
      };
      return { ...file, write };
    };
    await runKey({ ...server.desk, reportFiles: { ...reportFiles, begin } }, 'reports');
    expect((await admin.get(`/reports/${id}`)).body.state).toBe('cancelled');
    expect(await server.store.reads.errandsOf('reports', 1)).toEqual([]);
    expect((await readdir(server.reportFolder)).filter((name) => name.startsWith(id))).toEqual([]);
  });

  it('fail with words on a full disk, and leave nothing', async () => {
    const id = await ask();
    const { reportFiles } = server.desk;
    const full = async () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    const begin: typeof reportFiles.begin = async (which) => ({ ...(await reportFiles.begin(which)), write: full });
    await runKey({ ...server.desk, reportFiles: { ...reportFiles, begin } }, 'reports');
    const { body } = await admin.get(`/reports/${id}`);
    expect([body.state, body.problem.code]).toEqual(['failed', 'disk_full']);
    expect((await readdir(server.reportFolder)).filter((name) => name.startsWith(id))).toEqual([]);
    expect((await fileOf(admin, id)).status).toBe(410);
    const again = (await admin.post(`/reports/${id}/again`)).body;
    await make();
    expect((await fileOf(admin, again.id)).status).toBe(200);
  });

  it('lie in the bucket where there is one: every instance gives them out, and none keeps them on its disk', async () => {
    const keys = { region: 'eu-test-1', accessKeyId: 'AK', secretAccessKey: 'secret' };
    const s3 = await fakeS3(keys);
    const shelf = bucketShelf({ ...keys, endpoint: s3.url, bucket: 'desk', prefix: 'reports/', forcePathStyle: true });
    const folder = join(server.reportFolder, '..', 'reports of another instance');
    const another = reportFolder(folder, shelf);
    const [id, late] = [await ask(), await ask()];
    const keep: typeof another.keep = async (which, bytes) => {
      await another.keep(which, bytes);
      if (which === late) await admin.post(`/reports/${late}/cancel`);
    };
    await runKey({ ...server.desk, reportFiles: { ...another, keep } }, 'reports');
    expect([[...s3.objects.keys()], await readdir(folder)]).toEqual([[`desk/reports/${id}`], []]);
    const { body } = await admin.get(`/reports/${id}/download`);
    expect([body.status, body.detail]).toEqual([404, expect.stringContaining('not in the data folder of this instance')]);

    const { reportFiles } = server.desk;
    Object.assign(server.desk, { reportFiles: reportFolder(server.reportFolder, shelf) });
    const { status, bytes, headers } = await fileOf(admin, id);
    expect([status, headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe((await admin.get(`/reports/${id}/manifest`)).body.sha256);
    const second = (await made()).id;
    expect((await admin.delete(`/reports/${id}`)).status).toBe(204);
    expect([...s3.objects.keys()]).toEqual([`desk/reports/${second}`]);
    await tidyReports({ ...server.desk, clock: { ...server.clock, now: () => server.clock.now() + 30 * DAY } });
    expect([s3.objects.size, (await admin.get(`/reports/${second}`)).body.state]).toEqual([0, 'expired']);

    await s3.close();
    expect([(await admin.delete(`/reports/${second}`)).status, (await admin.get(`/reports/${second}`)).status]).toEqual([503, 200]);
    Object.assign(server.desk, {
      reportFiles: { ...another, keep: () => Promise.reject(new FilesDown('it is away')), remove: reportFiles.remove },
    });
    const never = await ask();
    for (let tries = 0; tries < 4; tries++) {
      await make();
      server.clock.forward(MINUTE);
    }
    const failed = (await admin.get(`/reports/${never}`)).body;
    expect([failed.state, failed.problem.code]).toEqual(['failed', 'bucket_down']);
    Object.assign(server.desk, { reportFiles });
  });

  it('are given up when they can\u2019t even be begun', async () => {
    const id = await ask();
    const report = (await server.store.reads.report(id)) as Report;
    const request = { ...report.request, zone: 'Europe/Atlantis' };
    await server.store.atomically((tx) => tx.saveReport({ ...report, request, version: 2 }));
    for (let tries = 0; tries < 4; tries++) {
      await make();
      server.clock.forward(MINUTE);
    }
    const { body } = await admin.get(`/reports/${id}`);
    expect([body.state, body.problem?.code]).toEqual(['failed', 'broken']);
    expect(await server.store.reads.errandsOf('reports', 1)).toEqual([]);
  });

  it('are begun anew after whoever made them died, over what was left', async () => {
    const id = await ask();
    const { reportFiles } = server.desk;
    const dead: typeof reportFiles.begin = async (which) => {
      const file = await reportFiles.begin(which);
      const write: typeof file.write = async (bytes) => {
        await file.write(bytes);
        throw new Error('killed');
      };
      return { ...file, write, letGo: async () => undefined };
    };
    await runKey({ ...server.desk, reportFiles: { ...reportFiles, begin: dead } }, 'reports');
    expect((await admin.get(`/reports/${id}`)).body.state).toBe('running');
    expect((await readdir(server.reportFolder)).filter((name) => name.startsWith(id))).toEqual([expect.stringMatching(/\.part$/)]);
    server.clock.forward(10 * MINUTE);
    await make();
    expect((await readdir(server.reportFolder)).filter((name) => name.startsWith(id))).toEqual([id]);
    expect((await fileOf(admin, id)).status).toBe(200);
  });

  describe('on a thread of their own', () => {
    /** The thread of the sources as they lie there, after what a test does to it. */
    const thread = async (first = '', leaving = new AbortController().signal) => {
      const script = join(server.reportFolder, '..', `${randomUUID()}.js`);
      const parts = ['test/support/compiling.js', 'src/report-thread.ts'].map((part) => `require(${JSON.stringify(resolve(part))});`);
      await mkdir(server.reportFolder, { recursive: true });
      await writeFile(script, [first, ...parts].join('\n'));
      return reportThreads({ script, databaseUrl: server.databaseUrl, folder: server.reportFolder, leaving });
    };
    const madeBy = async (reportMaker: ReportMaker) => {
      const id = await ask();
      await runKey({ ...server.desk, reportMaker }, 'reports');
      return (await admin.get(`/reports/${id}`)).body;
    };
    const left = async (id: string) => (await readdir(server.reportFolder)).filter((name) => name.startsWith(id));

    it('have the same bytes', async () => {
      const report = await madeBy(await thread());
      expect([report.state, report.problem]).toEqual(['ready', null]);
      const again = (await admin.post(`/reports/${report.id}/again`)).body.id;
      await make();
      expect((await fileOf(admin, again)).bytes.equals((await fileOf(admin, report.id)).bytes)).toBe(true);
    });

    it('are tried again when it dies, and wait for the next start when the desk leaves', async () => {
      const died = await madeBy(await thread('process.exit(3);'));
      expect(died.state).toBe('running');
      const [errand] = await server.store.reads.errandsOf('reports', 1);
      expect(errand?.attempts).toBe(1);
      server.clock.forward(MINUTE);
      await runKey({ ...server.desk, reportMaker: await thread('', AbortSignal.abort()) }, 'reports');
      expect((await server.store.reads.errandsOf('reports', 1))[0]?.attempts).toBe(1);
      expect(await left(died.id)).toEqual([]);
      await make();
      expect((await admin.get(`/reports/${died.id}`)).body.state).toBe('ready');
    });

    if (on.name === 'SQLite')
      it('fail with words on a full disk, and stop when they are cancelled, and leave nothing', async () => {
        const full = "require('node:fs/promises').statfs = async () => ({ blocks: 9, bavail: 0, bsize: 1 });";
        const failed = await madeBy(await thread(full));
        expect([failed.state, failed.problem.code, await left(failed.id)]).toEqual(['failed', 'disk_full', []]);

        const id = await ask();
        const hasty = 'const now = Date.now; let looks = 0; Date.now = () => now() + 2000 * looks++;';
        const reportMaker = await thread(hasty);
        const running: ReportMaker = {
          make: async (report, tell) => {
            await admin.post(`/reports/${id}/cancel`);
            return reportMaker.make(report, tell);
          },
        };
        await runKey({ ...server.desk, reportMaker: running }, 'reports');
        expect([(await admin.get(`/reports/${id}`)).body.state, await left(id)]).toEqual(['cancelled', []]);
        expect(await server.store.reads.errandsOf('reports', 1)).toEqual([]);
      });
  });

  it('hold a heading alone where nothing was, however long the time', async () => {
    const { report, bytes } = await made({ ...WANTED, name: 'Ever', from: '0001-01-01', to: '2026-10-31' });
    expect([report.rows, report.manifest.chats, csvIn(bytes)]).toEqual([0, 0, []]);
    expect((await made({ ...WANTED, from: '0001-01-01', to: '9999-12-31' })).report.rows).toBeGreaterThan(2);
  });

  if (on.name === 'MySQL')
    it('are made by one of several instances', async () => {
      const other = await testStore({ dialect: 'mysql', url: server.databaseUrl, remove: async () => undefined }, server.clock);
      const id = await ask();
      let begun = 0;
      const { reportFiles } = server.desk;
      const begin: typeof reportFiles.begin = (which) => {
        begun++;
        return reportFiles.begin(which);
      };
      const desk = { ...server.desk, reportFiles: { ...reportFiles, begin } };
      await Promise.all([runKey(desk, 'reports'), runKey({ ...desk, store: other }, 'reports')]).finally(() => other.close());
      expect([begun, (await admin.get(`/reports/${id}`)).body.state]).toEqual([1, 'ready']);
    });

  it('make themselves by a schedule, and tell by mail', async () => {
    const wanted = { type: 'agents', name: 'Weekly', period: { days: 7 }, format: 'csv', zone: 'America/New_York' };
    const schedule = await admin.post('/report-schedules', { ...wanted, cron: '0 7 * * mon', mailTo: ['ana@example.com'] });
    expect([schedule.status, schedule.body.nextAt]).toEqual([201, '2026-11-23T12:00:00.000Z']);
    await sweepReports(server.desk);
    server.clock.forward(2 * DAY);
    await sweepReports(server.desk);
    await sweepReports(server.desk);
    const [report] = (await admin.get('/reports?limit=1')).body.data;
    expect(report).toMatchObject({ name: 'Weekly', from: '2026-11-16', to: '2026-11-22', scheduleId: schedule.body.id, state: 'queued' });
    await make();
    await runKey(server.desk, `mail:${report.id}`);
    expect(letters.map(({ to, text }) => [to.address, text.includes('https://desk.example.com/reports')])).toEqual([
      ['ana@example.com', true],
    ]);
    const path = `/report-schedules/${schedule.body.id}`;
    expect((await admin.patch(path, { paused: true })).body).toMatchObject({ paused: true, nextAt: null });
    const bad = (cron: string): Promise<Told> => admin.patch(path, { cron }, { 'if-match': '"1"' });
    expect((await admin.patch(path, { cron: '0 8 * * mon' }, { 'if-match': '"1"' })).status).toBe(412);
    expect([(await bad('* * * * *')).status, (await bad('0 7 31 2 *')).status, (await bad('7am')).status]).toEqual([422, 422, 422]);
    expect((await admin.delete(path)).status).toBe(204);
    expect((await admin.get('/report-schedules')).body.data).toEqual([]);
  });

  it('make themselves also when the schedule before breaks', async () => {
    const wanted = { type: 'agents', name: 'Daily', period: { days: 1 }, format: 'csv', cron: '0 7 * * *' };
    const [broken, whole] = [
      (await admin.post('/report-schedules', wanted)).body.id,
      (await admin.post('/report-schedules', wanted)).body.id,
    ];
    const schedule = (await server.store.reads.reportSchedule(broken)) as ReportSchedule;
    const request = { ...schedule.request, zone: 'Europe/Atlantis' };
    await server.store.atomically((tx) => tx.saveSchedule({ ...schedule, request, version: 2 }));
    server.clock.forward(DAY);
    await admin.logIn('admin@example.com', 'Correct-horse-9');
    await sweepReports(server.desk);
    expect((await admin.get('/reports?limit=1')).body.data[0].scheduleId).toBe(whole);
    for (const id of [broken, whole]) await admin.delete(`/report-schedules/${id}`);
    await make();
  });

  it('lose their file after 30 days, and can be made again', async () => {
    const { id, bytes } = await made();
    server.clock.forward(30 * DAY);
    await admin.logIn('admin@example.com', 'Correct-horse-9');
    expect((await fileOf(admin, id)).status).toBe(410);
    const unreachable = { ...server.desk.files, tidy: () => Promise.reject(new Error('the bucket is away')) };
    await tidy({ ...server.desk, files: unreachable }).catch(() => undefined);
    const state = async () => (await admin.get(`/reports/${id}`)).body.state;
    while ((await state()) === 'ready') await new Promise(setImmediate);
    expect([await state(), await readdir(server.reportFolder)]).toEqual(['expired', []]);
    await writeFile(join(server.reportFolder, id), 'in the folder of another instance');
    await tidy(server.desk);
    expect(await readdir(server.reportFolder)).toEqual([]);
    const again = (await admin.post(`/reports/${id}/again`)).body;
    await make();
    expect((await fileOf(admin, again.id)).bytes.equals(bytes)).toBe(true);
  });
});
