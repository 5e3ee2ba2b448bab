import { addBot } from '../../src/actions/bots/add-bot';
import { removeBot } from '../../src/actions/bots/remove-bot';
import { tryBot } from '../../src/actions/bots/try-bot';
import { updateBot } from '../../src/actions/bots/update-bot';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import { updateChannel } from '../../src/actions/channels/update-channel';
import { BotTooSlow } from '../../src/ports/bots';
import { fallback, rule, text } from '../bot/support';
import { databases } from '../support/database';
import { says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const PHONE = '34600000001';
const CONFIG = {
  welcome: [text('Welcome')],
  rules: [rule({ keywords: ['hours'] }, 'Nine to five'), rule({ payload: 'human' }, 'Somebody will come', 'handoff')],
  fallback: fallback('Pardon?', 2),
};

describe.each(databases())('bots, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const add = (config: object = CONFIG, name = 'Front') => addBot(house.desk, { name, kind: 'rules', config: { ...config } });
  const give = (botId: string | null) => updateChannel(house.desk, { channelId: house.whatsapp.id, botId });
  const stored = async (id: string) => (await house.desk.store.reads.house()).bots.find((bot) => bot.id === id);
  const invalidAt = (...paths: string[]) => ({
    code: 'invalid',
    facts: { errors: paths.map((path) => ({ path, message: expect.any(String) })) },
  });

  it('are kept as they were set up', async () => {
    const bot = await add();
    expect(bot).toMatchObject({ name: 'Front', kind: 'rules', config: CONFIG, deletedAt: null, version: 1 });
    expect(await stored(bot.id)).toEqual(bot);
    expect(house.desk.house.current().bots).toEqual([bot]);
  });

  it('are not set up wrongly, and say where', async () => {
    await expect(add({ rules: [rule({ pattern: '(' }, 'x')], mood: 'good' })).rejects.toMatchObject(invalidAt('config.mood'));
    await expect(add({ rules: [rule({ pattern: '(' }, 'x')] })).rejects.toMatchObject(invalidAt('config.rules.0.when.pattern'));
    await expect(addBot(house.desk, { name: 'x', kind: 'oracle', config: {} })).rejects.toMatchObject(invalidAt('kind'));
    expect((await house.desk.store.reads.house()).bots).toEqual([]);
  });

  it('keep their words clean', async () => {
    const { id } = await add({ rules: [rule({ any: true }, 'a\0b\ud800')] });
    expect((await stored(id))?.config).toEqual({ rules: [rule({ any: true }, 'a\u2400b\ufffd')] });
  });

  it('are changed field by field at every depth; a list takes the place of the former one', async () => {
    const { id } = await add();
    const changed = await updateBot(house.desk, { botId: id, version: 1, config: { fallback: { handoffAfter: 5 }, welcome: null } });
    expect(changed).toMatchObject({ version: 2, name: 'Front', config: { ...CONFIG, welcome: null, fallback: fallback('Pardon?', 5) } });
    const shorter = await updateBot(house.desk, { botId: id, name: 'Second', config: { rules: [] } });
    expect(shorter).toMatchObject({ version: 3, name: 'Second', config: { rules: [], fallback: fallback('Pardon?', 5) } });
    expect(await stored(id)).toEqual(shorter);
  });

  it('are not changed into wrong ones, nor by who has read an older one', async () => {
    const { id } = await add();
    const change = (config: object, version?: number) => updateBot(house.desk, { botId: id, version, config: { ...config } });
    await expect(change({ fallback: { handoffAfter: -1 } })).rejects.toMatchObject(invalidAt('config.fallback.handoffAfter'));
    await expect(change({ rules: null })).rejects.toMatchObject(invalidAt('config.rules'));
    await expect(change({ welcome: [] }, 4)).rejects.toMatchObject({ code: 'stale', facts: { version: 1 } });
    expect(await stored(id)).toMatchObject({ version: 1, config: CONFIG });
  });

  it('are given to channels, and taken away', async () => {
    const { id } = await add();
    const other = {
      kind: 'whatsapp_cloud',
      name: 'Second',
      config: {
        phoneNumberId: '100000000000009',
        businessAccountId: '200000000000009',
        accessToken: 'EAAtest',
        appSecret: 'a-secret-of-sixteen-or-more',
      },
    };
    expect(await connectChannel(house.desk, { ...other, botId: id })).toMatchObject({ botId: id });
    expect(await give(id)).toMatchObject({ botId: id });
    expect(await updateChannel(house.desk, { channelId: house.whatsapp.id, name: 'Renamed' })).toMatchObject({ botId: id });
    expect(await give(null)).toMatchObject({ botId: null });
  });

  it('that are not there can\u2019t be given to a channel', async () => {
    const { id } = await add();
    await removeBot(house.desk, { botId: id });
    await expect(give('nobody')).rejects.toMatchObject(invalidAt('botId'));
    await expect(give(id)).rejects.toMatchObject(invalidAt('botId'));
    const again = { kind: 'whatsapp_cloud', name: 'x', config: { ...house.whatsapp.config, phoneNumberId: '100000000000009' } };
    await expect(connectChannel(house.desk, { ...again, botId: id })).rejects.toMatchObject(invalidAt('botId'));
  });

  it('are not deleted while a channel has them', async () => {
    const { id } = await add();
    await give(id);
    const remove = () => removeBot(house.desk, { botId: id });
    await expect(remove()).rejects.toMatchObject({
      code: 'in_use',
      facts: { channels: [{ id: house.whatsapp.id, name: house.whatsapp.name }] },
    });
    await disconnectChannel(house.desk, { channelId: house.whatsapp.id });
    await remove();
    expect(await stored(id)).toMatchObject({ deletedAt: house.clock.now(), name: 'Front' });
    for (const act of [remove, () => updateBot(house.desk, { botId: id }), () => tryBot(house.desk, { botId: id, text: 'hi' })]) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('given to a channel and deleted at the same moment are not both', async () => {
    const { id } = await add();
    const ended = await Promise.allSettled([give(id), removeBot(house.desk, { botId: id })]);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const channel = house.desk.house.current().channels.find((one) => one.id === house.whatsapp.id);
    expect((await stored(id))?.deletedAt === null).toBe(channel?.botId === id);
  });

  it('are tried out of any chat', async () => {
    const { id } = await add();
    const attempt = (text: string) => tryBot(house.desk, { botId: id, text });
    const welcomed = { says: [text('Welcome'), text('Nine to five')], handoff: null, matched: [0], failed: null };
    expect(await attempt('Hours?')).toEqual(welcomed);
    expect(await attempt('Hours?')).toEqual(welcomed);
    expect(await attempt('bla')).toEqual({ says: [text('Welcome')], handoff: null, matched: ['fallback'], failed: null });
    expect(await tryBot(house.desk, { botId: id, payload: 'human' })).toEqual({
      says: [text('Welcome'), text('Somebody will come')],
      handoff: { teamId: null },
      matched: [1],
      failed: null,
    });
    await updateBot(house.desk, { botId: id, config: { rules: [] } });
    expect((await attempt('Hours?')).matched).toEqual(['fallback']);
  });

  it.each([
    ['threw', new Error('no idea'), 'no idea'],
    ['too_slow', new BotTooSlow(10), 'the turn had not ended after 10 ms'],
  ])('that fail say so when tried: %s', async (reason, error, detail) => {
    const { id } = await add();
    Object.assign(house.desk, { bots: { ...house.desk.bots, answer: () => Promise.reject(error) } });
    expect(await tryBot(house.desk, { botId: id, text: 'hi' })).toEqual({
      says: [],
      handoff: null,
      matched: [],
      failed: { reason, detail },
    });
  });

  it('answer a customer, forget nothing between turns, and hand off', async () => {
    const { id } = await add();
    await give(id);
    const talk = async (...said: string[]) => {
      await house.hear(...said.map((one) => says(PHONE, one)));
      await house.errands();
      const identity = await house.desk.store.reads.chatByIdentity({ channelId: house.whatsapp.id, key: `pn:${PHONE}` });
      const messages = await house.messages(identity?.chatId ?? '');
      return messages.filter(({ author }) => author.kind === 'bot').map(({ content }) => ('text' in content ? content.text : ''));
    };
    expect(await talk('bla')).toEqual(['Welcome']);
    expect(await talk('hours', 'Hours!')).toEqual(['Welcome', 'Nine to five']);
    expect(await talk('bla')).toEqual(['Welcome', 'Nine to five', 'Pardon?']);
    expect(await house.tickets(PHONE)).toEqual([]);
    await updateBot(house.desk, { botId: id, config: { rules: [rule({ keywords: ['hours'] }, 'All day')] } });
    expect(await talk('hours')).toEqual(['Welcome', 'Nine to five', 'Pardon?', 'All day']);
    await talk('bla');
    expect(await talk('bla')).toEqual(['Welcome', 'Nine to five', 'Pardon?', 'All day', 'Pardon?']);
    expect(await house.tickets(PHONE)).toMatchObject([{ status: 'pending' }]);
  });
});
