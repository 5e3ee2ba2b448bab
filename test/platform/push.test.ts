import { createECDH, randomBytes } from 'node:crypto';
import type { Outgoing } from '../../src/platform/outside-address';
import { webPush } from '../../src/platform/push';
import { quiet } from '../support/database';

const pair = () => {
  const keys = createECDH('prime256v1');
  const publicKey = keys.generateKeys().toString('base64url');
  return { publicKey, privateKey: keys.getPrivateKey().toString('base64url').padStart(43, 'A') };
};
const VAPID = pair();
const TO = {
  endpoint: 'https://push.example.com/abc',
  keys: { p256dh: pair().publicKey, auth: randomBytes(16).toString('base64url') },
};
const MESSAGE = { topic: '01JD0000000000000000', payload: '{"contactName":"Ana Prado"}' };

function pushTo(answer: () => Promise<number>) {
  const calls: (Outgoing & { url: string })[] = [];
  const warned: unknown[] = [];
  const log = { ...quiet, warn: (message: string, facts?: object) => void warned.push(message, facts) };
  const reach = (url: string, outgoing: Outgoing) => {
    calls.push({ url, ...outgoing });
    return answer();
  };
  return { calls, warned, push: webPush({ subject: 'https://desk.example.com', reach, log }) };
}

describe('a push', () => {
  it('goes to the push service sealed, signed, and to be forgotten soon', async () => {
    const { calls, push } = pushTo(async () => 201);
    expect(await push.send(TO, VAPID, MESSAGE)).toBe('sent');
    expect(calls).toMatchObject([
      {
        url: TO.endpoint,
        method: 'POST',
        headers: { 'Content-Encoding': 'aes128gcm', TTL: 1800, Urgency: 'high', Topic: MESSAGE.topic },
      },
    ]);
    expect(calls[0]?.headers.Authorization).toMatch(new RegExp(`^vapid t=.+, k=${VAPID.publicKey}$`));
    expect(calls[0]?.body?.includes('Ana')).toBe(false);
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [302, 'failed'],
    [429, 'failed'],
    [500, 'failed'],
  ])('answered with %i is %s', async (status, end) => {
    expect(await pushTo(async () => status).push.send(TO, VAPID, MESSAGE)).toBe(end);
  });

  it('that can\u2019t be made is failed, and the log has no address of the browser', async () => {
    const { push, warned } = pushTo(() => Promise.reject(new Error('connect ECONNREFUSED')));
    expect(await push.send(TO, VAPID, MESSAGE)).toBe('failed');
    expect(JSON.stringify(warned)).toContain('ECONNREFUSED');
    expect(JSON.stringify(warned)).not.toContain('/abc');
  });

  it('goes nowhere but over https, and with keys that are keys', async () => {
    const { push, calls } = pushTo(async () => 201);
    expect(await push.send({ ...TO, endpoint: 'http://push.example.com/abc' }, VAPID, MESSAGE)).toBe('failed');
    expect(await push.send({ ...TO, keys: { ...TO.keys, p256dh: 'x' } }, VAPID, MESSAGE)).toBe('failed');
    expect(calls).toEqual([]);
  });
});
