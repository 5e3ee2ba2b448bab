import { createHmac } from 'node:crypto';
import { webchat } from '../../channels/webchat';
import { type AServer, aServer } from './support/a-server';
import { aPage, SITE } from './support/page';

const SECRET = 'what the site alone knows';

let server: AServer;
let channelId: string;
beforeAll(async () => {
  server = await aServer({ kinds: [webchat] });
  const made = await server.admin.post('/channels', {
    kind: 'webchat',
    name: 'Shop',
    config: { allowedOrigins: [SITE], identitySecret: SECRET, title: 'Ask us' },
  });
  expect(made.status).toBe(201);
  channelId = made.body.id;
});
afterAll(() => server.close());

const proofOf = (externalId: string) => createHmac('sha256', SECRET).update(externalId).digest('hex');

it('lets a visitor write, and shows them what the desk answers', async () => {
  const page = await aPage(server.url, channelId);
  expect(await page.says('m1', 'Hello')).toMatchObject({
    status: 201,
    body: { by: 'visitor', content: { text: 'Hello' }, clientId: 'm1', state: 'sent' },
  });
  expect(await page.says('m1', 'Hello')).toMatchObject({ status: 200 });
  expect(await page.get('/messages')).toMatchObject({ status: 200, body: { messages: [{ clientId: 'm1' }] } });
  void proofOf;
});
