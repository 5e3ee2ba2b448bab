import { addAgent } from '../../src/actions/agents/add-agent';
import { updateAgent } from '../../src/actions/agents/update-agent';
import { updateContact } from '../../src/actions/workspace/update-contact';
import { hears } from '../support/acts';
import { databases } from '../support/database';
import { DAY } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('agents and contacts, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const add = (email: string) =>
    addAgent(house.desk, { by: house.admin, name: 'Ana', email, password: null, role: 'agent', capacity: null });
  const change = (agentId: string, over: object) => updateAgent(house.desk, { by: house.admin, agentId, ...over });
  const session = (id: string, agentId: string) =>
    house.desk.store.atomically((tx) =>
      tx.addSession({
        id,
        agentId,
        createdAt: house.clock.now(),
        expiresAt: house.clock.now() + DAY,
        browser: null,
        address: null,
        seenAt: null,
      }),
    );
  const hasSession = async (id: string) => (await house.desk.store.reads.session(id)) !== null;

  it('begin offline, with their e-mail in small letters', async () => {
    expect(await add(' Ana@Example.com ')).toMatchObject({ email: 'ana@example.com', presence: 'offline', role: 'agent', capacity: null });
    expect((await house.desk.store.reads.agentByEmail('ANA@example.com'))?.passwordHash).toBeNull();
  });

  it('have e-mails of their own', async () => {
    const ana = await add('ana@example.com');
    await expect(add('ANA@example.com')).rejects.toMatchObject({ code: 'already_exists' });
    await expect(change(ana.id, { email: 'adele@example.com' })).rejects.toMatchObject({ code: 'already_exists' });
    expect((await house.desk.store.reads.agentByEmail('ana@example.com'))?.agent.id).toBe(ana.id);
  });

  it.each([
    ['role', { role: 'admin' }],
    ['password', { password: 'battery staple' }],
  ])('lose their sessions with another %s', async (_, over) => {
    const ana = await add('ana@example.com');
    await session('anas', ana.id);
    await session('admins', house.admin.id);
    await change(ana.id, over);
    expect([await hasSession('anas'), await hasSession('admins')]).toEqual([false, true]);
  });

  it('keep their sessions with another name or capacity', async () => {
    const ana = await add('ana@example.com');
    await session('anas', ana.id);
    expect(await change(ana.id, { name: 'Ana\u0000 Maria', capacity: 3, role: 'agent' })).toMatchObject({
      name: 'Ana\u2400 Maria',
      capacity: 3,
      version: ana.version + 1,
    });
    expect(await hasSession('anas')).toBe(true);
  });

  it('always have an admin among them', async () => {
    await expect(change(house.admin.id, { role: 'agent' })).rejects.toMatchObject({ code: 'in_use' });
    const ana = await add('ana@example.com');
    await change(ana.id, { role: 'admin' });
    expect((await change(house.admin.id, { role: 'agent' })).role).toBe('agent');
    await expect(change(ana.id, { role: 'agent' })).rejects.toMatchObject({ code: 'in_use' });
  });

  it('refuse a change that was made on an older state', async () => {
    const ana = await add('ana@example.com');
    await change(ana.id, { version: ana.version, name: 'Anna' });
    await expect(change(ana.id, { version: ana.version, name: 'Hanna' })).rejects.toMatchObject({
      code: 'stale',
      facts: { version: ana.version + 1 },
    });
    await expect(change('none', { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('correct the name of a contact', async () => {
    const { contactId } = await hears(house);
    const { version } = (await house.desk.store.reads.contact(contactId))!;
    const correct = (over: object) => updateContact(house.desk, { contactId, by: house.admin, ...over });
    expect(await correct({ version, name: 'María' })).toMatchObject({ name: 'María', version: version + 1 });
    await expect(correct({ version, name: 'Mary' })).rejects.toMatchObject({ code: 'stale' });
    expect((await house.desk.store.reads.contact(contactId))?.name).toBe('María');
    expect((await house.desk.store.reads.contacts('maría', { limit: 10, cursor: null })).data).toHaveLength(1);
    await hears(house);
    expect((await house.desk.store.reads.contact(contactId))?.name).toBe('María');
    await expect(updateContact(house.desk, { contactId: 'none', by: house.admin, name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
