import { connectChannel } from '../../src/actions/channels/connect-channel';
import { describeChannel } from '../../src/actions/channels/describe-channel';
import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import { forgetPreviousSecret } from '../../src/actions/channels/forget-previous-secret';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Heard } from '../../src/ports/channel';
import { openDatabase } from '../../src/store/database';
import { databases, type TestDatabase } from '../support/database';
import { DAY, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECRET = 'a-new-app-secret-of-32-characters';

describe.each(databases())('channels, on $name,', ({ create }) => {
  let database: TestDatabase;
  const house = freshDesk(async () => {
    database = await create();
    return database;
  });
  const config = {
    phoneNumberId: '100000000000009',
    businessAccountId: '200000000000009',
    accessToken: 'EAA-very-secret-token',
    appSecret: 'another-app-secret-of-32-letters',
  };
  const connect = (over: object = {}) =>
    connectChannel(house.desk, { kind: 'whatsapp_cloud', name: 'Second number', config: { ...config, ...over } });
  const stored = async (id: string) => (await house.desk.store.reads.house()).channels.find((one) => one.id === id)!;
  const shown = async (id: string) => describeChannel(house.desk, await stored(id), 'https://desk.example');
  const wrongAt = (...paths: string[]) => ({
    code: 'invalid',
    facts: { errors: expect.arrayContaining(paths.map((path) => ({ path, message: expect.any(String) }))) },
  });

  it('are connected, and say what to paste at the provider', async () => {
    const { id } = await connect();
    const { webhook, state, config: visible } = await shown(id);
    expect(state).toEqual({ status: 'new', reason: null, since: house.clock.now() });
    expect(webhook).toMatchObject({
      url: `https://desk.example/webhooks/${id}`,
      verifyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      fields: expect.arrayContaining(['messages']),
    });
    expect(visible).toMatchObject({ phoneNumberId: config.phoneNumberId, verifyToken: webhook?.verifyToken });
  });

  it('keep their secrets sealed: neither answers nor the database hold one in the plain', async () => {
    const { id } = await connect();
    const visible = JSON.stringify(await shown(id));
    const open = await openDatabase(database.url);
    const rows = JSON.stringify((await open.query('select * from channels')).rows);
    await open.close();
    for (const secret of [config.accessToken, config.appSecret]) {
      expect(visible).not.toContain(secret);
      expect(rows).not.toContain(secret);
    }
    expect(rows).toContain(config.phoneNumberId);
  });

  it('leave a secret that comes back as its mask', async () => {
    const { id } = await connect();
    const before = await stored(id);
    const { config: visible } = await shown(id);
    await updateChannel(house.desk, { channelId: id, config: { ...visible, phoneNumberId: '100000000000010' } });
    expect((await stored(id)).config).toEqual({ ...before.config, phoneNumberId: '100000000000010' });
    expect((await stored(id)).previousSecret).toBeNull();
  });

  it('keep the former app secret valid for seven days after another took its place', async () => {
    const { id } = await connect();
    const before = await stored(id);
    await updateChannel(house.desk, { channelId: id, config: { appSecret: SECRET } });
    const after = await stored(id);
    expect(after.previousSecret).toEqual({ sealed: before.config.appSecret, until: house.clock.now() + 7 * DAY });
    expect(house.desk.vault.open(after.config.appSecret!)).toBe(SECRET);
    expect((await shown(id)).previousSecretUntil).toBe(house.clock.now() + 7 * DAY);
    await forgetPreviousSecret(house.desk, { channelId: id });
    expect((await stored(id)).previousSecret).toBeNull();
  });

  it('name every field that is wrong, missing or unknown', async () => {
    await expect(connect({ phoneNumberId: 'my phone', accessToken: '', colour: 'red' })).rejects.toMatchObject(
      wrongAt('config.phoneNumberId', 'config.accessToken', 'config.colour'),
    );
    await expect(connectChannel(house.desk, { kind: 'carrier_pigeon', name: 'Pigeons', config: {} })).rejects.toMatchObject(
      wrongAt('kind'),
    );
    const { id } = await connect();
    await expect(updateChannel(house.desk, { channelId: id, config: { appSecret: null } })).rejects.toMatchObject(
      wrongAt('config.appSecret'),
    );
  });

  it('are one for an account, as long as the first is not disconnected', async () => {
    const first = await connect();
    await expect(connect()).rejects.toMatchObject({ code: 'already_exists', facts: { channelId: first.id } });
    await expect(
      updateChannel(house.desk, { channelId: house.whatsapp.id, config: { phoneNumberId: config.phoneNumberId } }),
    ).rejects.toMatchObject({ code: 'already_exists' });
    await disconnectChannel(house.desk, { channelId: first.id });
    expect((await connect()).id).not.toBe(first.id);
    await expect(disconnectChannel(house.desk, { channelId: first.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(updateChannel(house.desk, { channelId: first.id, name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuse a change that was made on an older state', async () => {
    const { id, version } = await connect();
    const renamed = await updateChannel(house.desk, { channelId: id, version, name: 'Renamed' });
    expect(renamed).toMatchObject({ name: 'Renamed', version: version + 1 });
    expect((await stored(id)).version).toBe(version + 1);
    await expect(updateChannel(house.desk, { channelId: id, version, name: 'Again' })).rejects.toMatchObject({
      code: 'stale',
      facts: { version: version + 1 },
    });
  });

  it('are known to work with the first event that reaches them', async () => {
    await house.hear(says('15550001', 'hello'));
    expect((await stored(house.whatsapp.id)).state.status).toBe('ok');
    expect((await stored(house.instagram.id)).state.status).toBe('new');
  });

  it('are paused when that first event says that the account is disabled', async () => {
    const disabled: Heard = {
      type: 'account',
      account: null,
      raw: null,
      event: 'account_update:DISABLED_UPDATE',
      severity: 'paused',
      detail: 'DISABLE',
    };
    await house.hear(disabled);
    expect((await stored(house.whatsapp.id)).state).toMatchObject({ status: 'paused', reason: expect.stringContaining('DISABLE') });
  });
});
