import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const FIXTURES = join(__dirname, '..', 'channels', 'whatsapp-cloud', 'fixtures');
const fixture = (name: string) => JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8'));
const ACCOUNT = { phoneNumberId: '200000000000001', businessAccountId: '100000000000001' };
const ANA = 'US.90000000000000000001';

describe.each(databases())('contacts, on $name', (on) => {
  let server: AServer;
  let ana: Client;
  let channel: string;
  beforeAll(async () => {
    server = await aServer({ on });
    ana = await server.agent('Ana');
    channel = await aChannel(server.admin, ACCOUNT);
  });
  afterAll(() => server.close());

  const tell = (body: unknown) => server.tell(channel, body);
  const contactOf = async (q: string) => (await ana.get(`/contacts?q=${encodeURIComponent(q)}`)).body.data[0];
  async function writes(phone: string): Promise<string> {
    await tell(aText(phone, 'hello', { number: ACCOUNT.phoneNumberId }));
    return (await contactOf(phone)).id;
  }

  it('of whom the network tells an id, then a number, then other ones: one person, whom all of them name', async () => {
    await tell(fixture('message_text_bsuid_only_no_phone'));
    const { id } = await contactOf('@ana_example');
    const detail = async () => (await ana.get(`/contacts/${id}`)).body;
    const names = async () =>
      (await detail()).aliases.map(({ kind, value, until }: Record<string, string>) => `${kind} ${value}${until ? ` until ${until}` : ''}`);
    const addressed = async () => (await ana.get('/tickets?q=ana_example')).body.data.map(({ contact }: { contact: unknown }) => contact);
    expect(await addressed()).toMatchObject([{ id, name: 'Ana Example', address: '@ana_example' }]);
    expect(await detail()).toMatchObject({ phone: null, username: 'ana_example', chats: [{ channelId: channel }], merges: [] });

    await tell(fixture('message_contacts_request_contact_info'));
    await tell(fixture('status_delivered_bsuid_only'));
    expect(await addressed()).toMatchObject([{ id, address: '15550100101' }]);
    expect(await names()).toEqual([
      'username ana_example',
      'phone 15550100101',
      `user_id ${ANA}`,
      'parent_user_id US.ENT.90000000000000000002',
    ]);

    await tell(fixture('message_system_user_changed_user_id'));
    await tell(fixture('message_system_user_changed_number'));
    await tell(fixture('message_system_user_changed_user_id'));
    expect(await names()).toEqual([
      'username ana_example',
      'phone 15550100102',
      'user_id US.90000000000000000003',
      'parent_user_id US.ENT.90000000000000000002',
      'phone 15550100101 until 2026-01-01T00:03:30.000Z',
      `user_id ${ANA} until 2026-01-01T00:01:42.000Z`,
    ]);
    expect(await addressed()).toMatchObject([{ id, address: '15550100102' }]);
    for (const q of ['+1 555-010-0101', '15550100102', ANA, 'Ana Exam']) expect([q, (await contactOf(q))?.id]).toEqual([q, id]);
  });

  it('in Brazil, Mexico and Argentina are one person in every spelling', async () => {
    for (const [one, other] of [
      ['5511987654321', '551187654321'],
      ['5215512345678', '525512345678'],
      ['5491123456789', '541123456789'],
    ] as const) {
      const id = await writes(one);
      expect([other, await writes(other)]).toEqual([other, id]);
      expect((await ana.get(`/contacts/${id}`)).body).toMatchObject({
        aliases: [{ kind: 'phone', value: one, source: 'heard', until: null }],
      });
    }
  });

  it('are made one, and the one that is gone says which; then two again', async () => {
    const [kept, gone] = [await writes('15557770001'), await writes('15557770002')];
    const merged = await ana.post(`/contacts/${kept}/merge`, { contactId: gone });
    expect([merged.status, merged.body.chats.length]).toEqual([200, 2]);
    expect(merged.body.merges).toMatchObject([
      { contact: { id: gone, name: 'Cus Tomer' }, by: { kind: 'agent', name: 'Ana' }, undoneAt: null },
    ]);
    for (const answer of [await ana.get(`/contacts/${gone}`), await ana.patch(`/contacts/${gone}`, { name: 'X' })])
      expect([answer.status, answer.body.code, answer.body.mergedInto]).toEqual([410, 'gone', kept]);
    expect((await ana.get('/tickets?q=15557770002')).body.data[0].contact.id).toBe(kept);
    const again = await ana.post(`/contacts/${kept}/unmerge`, { mergeId: merged.body.merges[0].id });
    expect([again.status, again.body.chats.length, again.body.merges[0].undoneAt]).toEqual([200, 1, expect.any(String)]);
    expect((await ana.get(`/contacts/${gone}`)).status).toBe(200);
    expect((await ana.post(`/contacts/${kept}/unmerge`, { mergeId: merged.body.merges[0].id })).body.code).toBe('in_use');
    for (const which of [{ contactId: gone }, {}]) {
      await ana.post(`/contacts/${kept}/merge`, { contactId: gone });
      expect((await ana.post(`/contacts/${kept}/unmerge`, { contactId: kept })).status).toBe(404);
      expect((await ana.post(`/contacts/${kept}/unmerge`, which)).body.chats.length).toBe(1);
    }
  });

  it('are made one only by who sees both, and never with nobody or themselves', async () => {
    const [one, other] = [await writes('15557770003'), await writes('15557770004')];
    expect((await ana.post(`/contacts/${one}/merge`, { contactId: 'nobody' })).status).toBe(404);
    expect((await ana.post(`/contacts/${one}/merge`, { contactId: one })).status).toBe(422);
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    await server.admin.put('/me/presence', { presence: 'online' });
    const { id } = (await server.admin.get('/tickets?q=15557770003')).body.data[0];
    await server.admin.post(`/tickets/${id}/take`);
    expect((await ana.post(`/contacts/${other}/merge`, { contactId: one })).status).toBe(404);
    await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
  });

  it('are unblocked by no merge of an agent, and parted by who sees whom they part', async () => {
    const [one, other] = [await writes('15557770005'), await writes('15557770006')];
    await ana.post(`/contacts/${other}/block`);
    expect((await ana.post(`/contacts/${one}/merge`, { contactId: other })).body).toMatchObject({ status: 403, code: 'forbidden' });
    const { merges } = (await ana.post(`/contacts/${other}/merge`, { contactId: one })).body;
    expect((await ana.post(`/contacts/${other}/unmerge`, { mergeId: merges[0].id })).body.code).toBe('forbidden');
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    await ana.put('/me/presence', { presence: 'online' });
    const { id } = (await server.admin.get('/tickets?q=15557770006')).body.data[0];
    await server.admin.post(`/tickets/${id}/assign`, { agentId: ana.id });
    expect((await ana.get(`/contacts/${other}`)).body).toMatchObject({ chats: [expect.anything()], merges: [] });
    expect((await ana.post(`/contacts/${other}/unmerge`, { mergeId: merges[0].id })).status).toBe(404);
    await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
    expect((await server.admin.post(`/contacts/${other}/unmerge`, { mergeId: merges[0].id })).status).toBe(200);
  });

  it('that may be the same are shown side by side until somebody says that they are not', async () => {
    const config = { phoneNumberId: '200000000000002', businessAccountId: '100000000000001' };
    const second = await aChannel(server.admin, config);
    const one = await writes('5511912345678');
    await server.tell(second, aText('5511912345678', 'hello', { number: config.phoneNumberId }));
    const { data } = (await ana.get(`/contacts/${one}/duplicates`)).body;
    expect(data).toMatchObject([{ contact: { phone: '5511912345678', chats: [{ channelId: second }] }, signs: [{ kind: 'phone' }] }]);
    expect((await ana.post(`/contacts/${one}/duplicates/${data[0].contact.id}/dismiss`)).status).toBe(204);
    expect((await ana.get(`/contacts/${data[0].contact.id}/duplicates`)).body.data).toEqual([]);
  });
});
