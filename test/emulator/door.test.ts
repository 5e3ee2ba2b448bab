import { request } from 'node:http';
import { SCENARIOS } from '../../emulator/scenarios';
import { aStage, DAY, HOUR, MINUTE, post, SECOND, type Stage, text, WHATSAPP, type Wire } from './support';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.close());

const knock = (path: string, { method = 'GET', bearer = stage.twin.bearer, body = undefined as string | undefined } = {}) =>
  fetch(`${stage.twin.url}${path}`, { method, headers: { authorization: `Bearer ${bearer}` }, ...(body === undefined ? {} : { body }) });

/** With a Host that a browser would send for a page of somebody else. */
function as(host: string, path: string): Promise<number | undefined> {
  const { port } = new URL(stage.twin.url);
  return new Promise((resolve, reject) =>
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(),
  );
}

describe('the door', () => {
  it.each(['/', '/twin/state', '/v25.0/me'])('answers to its own name only: %s', async (path) => {
    expect(await as('evil.example', path)).toBe(421);
    expect(await as(`evil.example:${new URL(stage.twin.url).port}`, path)).toBe(421);
    expect(await as(`localhost:${new URL(stage.twin.url).port}`, path)).not.toBe(421);
  });

  it.each(['state', 'sends', 'webhooks', 'scenarios'])('opens %s to the bearer alone', async (name) => {
    expect((await knock(`/twin/${name}`)).status).toBe(200);
    expect((await knock(`/twin/${name}`, { bearer: 'wrong' })).status).toBe(401);
  });

  it('does nothing for who has no bearer', async () => {
    const say = { method: 'POST', body: '{"customer":"ana","text":"Hi"}' };
    expect((await knock('/twin/say', { ...say, bearer: '' })).status).toBe(401);
    expect(stage.twin.world.messages.size).toBe(0);
    expect((await knock('/twin/say', say)).status).toBe(200);
    expect(stage.twin.world.messages.size).toBe(1);
  });

  it.each([
    ['/twin/say', '{"customer":"nobody","text":"Hi"}', 400],
    ['/twin/say', '{"customer":"bruno","account":"instagram","text":"Hi"}', 400],
    ['/twin/say', '{"customer":"ana"}', 400],
    ['/twin/say', 'not JSON', 400],
    ['/twin/say', '[]', 400],
    ['/twin/edit', '{"message":"none","text":"x"}', 400],
    ['/twin/refuse', '{"with":"mood"}', 400],
    ['/twin/account', '{"id":"new"}', 400],
    ['/twin/customer', '{"id":"new"}', 400],
    ['/twin/webhook', '{"url":"ftp://x"}', 400],
    ['/twin/advance', '{"ms":-1}', 400],
    ['/twin/scenario', '{"name":"peace"}', 400],
    ['/twin/dance', '{}', 404],
  ])('says what is wrong with %s %s', async (path, body, status) => {
    const answer = await knock(path, { method: 'POST', body });
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([status, expect.stringMatching(/\w{3}/)]);
  });

  it.each(['/', '/phone.css', '/phone.js'])('shows the phone without one: %s', async (path) => {
    const answer = await fetch(`${stage.twin.url}${path}`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await answer.text()).length).toBeGreaterThan(500);
  });

  it('has nothing else', async () => {
    expect([(await knock('/etc/passwd')).status, (await knock('/v25.0/me/feed', { method: 'POST' })).status]).toEqual([404, 400]);
  });
});

describe('the control API', () => {
  const state = async () => (await (await knock('/twin/state')).json()) as Wire;

  it('shows the phone everything: people, messages, choices, ticks, typing', async () => {
    const { id } = await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    const interactive = {
      type: 'button',
      body: { text: 'Which?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'b', title: 'Red' } }] },
    };
    await post(stage.twin, WHATSAPP, { messaging_product: 'whatsapp', to: '+15550100101', type: 'interactive', interactive });
    await post(stage.twin, WHATSAPP, { messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } });
    const { messages, chats, customers } = await state();
    expect(messages).toMatchObject([
      { text: 'Hello', progress: 'read', by: 'customer' },
      { text: 'Which?', choices: [{ id: 'b', title: 'Red' }], by: 'business' },
    ]);
    expect([chats[0].typing, customers.length]).toEqual([true, 5]);
    await stage.twin.advance(26 * SECOND);
    expect((await state()).chats[0].typing).toBe(false);
  });

  it('adds accounts and customers that are as good as the first', async () => {
    await stage.twin.act('account', { id: '200000000000002', kind: 'whatsapp', phone: '15550100002', token: 'EAAother' });
    await stage.twin.act('customer', { id: 'fay', name: 'Fay', phone: '15550100106' });
    await stage.twin.act('say', { account: '200000000000002', customer: 'fay', text: 'Hi' });
    const body = { messaging_product: 'whatsapp', to: '+15550100106', type: 'text', text: { body: 'x' } };
    expect((await post(stage.twin, '200000000000002', body, 'EAAother')).status).toBe(200);
    expect((await post(stage.twin, WHATSAPP, body, 'EAAother')).body.error.code).toBe(100);
  });

  it('finds a customer by a new number, and no more by the old one', async () => {
    await stage.twin.act('customer', { id: 'ana', phone: '15550100109' });
    await stage.twin.act('say', { customer: 'ana', text: 'Hi' });
    for (const to of ['+15550100109', '+15550100101'])
      await post(stage.twin, WHATSAPP, { messaging_product: 'whatsapp', to, type: 'text', text: { body: 'x' } });
    await stage.twin.advance(MINUTE);
    expect([...stage.twin.world.messages.values()].slice(1).map(({ progress }) => progress)).toEqual(['read', 'failed']);
  });

  it('forgets what happened, and gives no id twice', async () => {
    const first = await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    await stage.twin.act('dial', { drop: 1 });
    await stage.twin.act('reset');
    expect(await state()).toMatchObject({ messages: [], chats: [], dial: { drop: 0 } });
    expect((await stage.twin.act('say', { customer: 'ana', text: 'Hello' })).id).not.toBe(first.id);
  });
});

describe('scenarios', () => {
  it.each(SCENARIOS.map(({ name }) => name))('%s plays to its end', async (name) => {
    await stage.twin.act('scenario', { name });
    await stage.twin.advance(2 * DAY);
    expect(stage.twin.posts().filter(({ state }) => state !== 'delivered')).toEqual([]);
    expect(stage.twin.world.accounts.get(WHATSAPP)!.trouble).toBeNull();
  });

  it('album-burst: ten pictures and a question in a few POSTs', async () => {
    await stage.twin.act('scenario', { name: 'album-burst' });
    await stage.twin.advance(MINUTE);
    expect(stage.whatsapp().flatMap(({ messages }) => messages)).toHaveLength(11);
    expect(stage.listener.heard.length).toBeLessThan(6);
  });

  it('night-of-redeliveries: all that was written in the night comes in the morning', async () => {
    await stage.twin.act('scenario', { name: 'night-of-redeliveries' });
    await stage.twin.advance(8 * HOUR - SECOND);
    expect(stage.listener.heard).toEqual([]);
    await stage.twin.advance(DAY);
    expect(new Set(stage.whatsapp().flatMap(({ messages }) => messages.map(({ id }: Wire) => id))).size).toBe(3);
  });

  it('window-closes: the answer is taken and fails', async () => {
    await stage.twin.act('scenario', { name: 'window-closes' });
    await stage.twin.advance(5 * SECOND);
    expect((await post(stage.twin, WHATSAPP, text('From eight'))).status).toBe(200);
    await stage.twin.advance(5 * SECOND);
    expect(stage.whatsapp().at(-1).statuses[0].errors[0].code).toBe(131047);
  });

  it('token-expires: no send for ten minutes', async () => {
    await stage.twin.act('scenario', { name: 'token-expires' });
    await stage.twin.advance(2 * SECOND);
    expect((await post(stage.twin, WHATSAPP, text('Hi'))).body.error).toMatchObject({ code: 190, error_subcode: 463 });
    await stage.twin.advance(10 * MINUTE);
    expect((await post(stage.twin, WHATSAPP, text('Hi'))).status).toBe(200);
  });
});
