import { Writable } from 'node:stream';
import { openLog } from '../../src/platform/log';

function logged(write: (log: ReturnType<typeof openLog>) => void, format: 'json' | 'pretty' = 'json'): string {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  write(openLog({ level: 'info', format, stream }));
  return lines.join('');
}

it('writes one line of JSON with its facts', () => {
  const line = logged((log) => log.info('ticket closed', { ticketId: 'T1', row: 'T4' }));
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    message: 'ticket closed',
    ticketId: 'T1',
    row: 'T4',
    timestamp: expect.any(String),
  });
});

it('writes one readable line on a terminal', () => {
  expect(logged((log) => log.warn('slow', { ms: 12 }), 'pretty')).toMatch(/^\d\d:\d\d:\d\d\.\d{3} WARN {2}slow ms=12\n$/);
});

it('leaves out what is less important than its level', () => {
  expect(logged((log) => log.debug('chatter'))).toBe('');
});

it('never writes what customers wrote, who they are or what opens doors, however deep', () => {
  const secrets = {
    text: 'S1',
    body: 'S2',
    phone: 'S3',
    accessToken: 'S4',
    app_secret: 'S5',
    Authorization: 'S6',
    cookie: 'S7',
    password: 'S8',
  };
  const line = logged((log) => log.error('odd', { ...secrets, inner: [{ deeper: secrets }] }));
  expect(line).not.toMatch(/S\d/);
  expect(line).toContain('[hidden]');
});

it('writes of an error its message, code and cause, but no other field and no value of a row', () => {
  const database = Object.assign(new Error("Duplicate entry '4915112345678' for key 'x'"), {
    driverError: {},
    code: 'ER_DUP_ENTRY',
    parameters: ['4915112345678'],
    query: "INSERT 'hello'",
  });
  const line = logged((log) => log.error('failed', { error: new Error('could not store', { cause: database }) }));
  expect(line).not.toMatch(/4915112345678|hello/);
  expect(JSON.parse(line).error).toMatchObject({
    message: 'could not store',
    cause: { code: 'ER_DUP_ENTRY', message: "Duplicate entry '…' for key '…'" },
  });
});

it('survives facts that go round in a circle', () => {
  const round: Record<string, unknown> = {};
  round.self = round;
  expect(logged((log) => log.info('round', { round }))).toContain('[deep]');
});
