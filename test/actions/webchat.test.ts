import { createHmac } from 'node:crypto';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import { openIntake } from '../../src/actions/hearing/intake';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { readTicket } from '../../src/actions/tickets/read-ticket';
import { tidy } from '../../src/actions/time/tidy';
import { changedFor, newestFor, threadsOf } from '../../src/actions/webchat/following';
import { introduceVisitor, say } from '../../src/actions/webchat/hand-in';
import { identify } from '../../src/actions/webchat/identify';
import { endVisitor, newVisitor, type Page } from '../../src/actions/webchat/visitors';
import { saveFields } from '../../src/actions/workspace/save-fields';
import type { Visitor } from '../../src/ports/store';
import { databases } from '../support/database';
import { aDesk, DAY, MINUTE, type TestDesk } from '../support/desk';

const SECRET = 'what the site alone knows';

describe.each(databases())('who writes on a site, on $name', ({ create }) => {
  let house: TestDesk;
  let page: Page;
  let intake: ReturnType<typeof openIntake>;

  beforeAll(async () => {
    house = await aDesk(await create());
    const config = { allowedOrigins: ['https://shop.example'], identitySecret: SECRET };
    const channel = await connectChannel(house.desk, { kind: 'webchat', name: 'Shop', config });
    const kind = house.desk.kinds.get('webchat');
    if (!kind) throw new Error('no web chat');
    page = { channel, kind };
    intake = openIntake(house.desk);
  });
  afterAll(async () => {
    await intake.stop();
    await house.close();
  });

  let said = 0;
  const writes = async (visitor: Visitor, text: string) => {
    house.clock.forward(MINUTE);
    const saying = { page, visitor, clientId: `c${++said}`, content: { type: 'text', text } as const, replyTo: null };
    return (await say({ desk: house.desk, intake }, saying)).message;
  };
  const signsIn = (visitor: Visitor, externalId: string, more: { name?: string; email?: string } = {}) => {
    const signature = createHmac('sha256', SECRET).update(externalId).digest('hex');
    return identify(house.desk, page, visitor, { externalId, signature, name: more.name ?? null, email: more.email ?? null });
  };
  const reads = async (visitor: Visitor) =>
    (await newestFor(house.desk, page, visitor, { limit: 50, before: null })).messages.map(
      ({ content }) => 'text' in content && content.text,
    );
  const contactOf = async ({ chatId }: { chatId: string }) => {
    const chat = await house.desk.store.reads.chat(chatId);
    return house.desk.store.reads.contact(chat?.contactId ?? '');
  };

  it('is one contact with two chats when both were written in, and new words go where they wrote last', async () => {
    const old = await signsIn(newVisitor(house.desk, page.channel.id), 'noa', { name: 'Noa' });
    const first = await writes(old, 'long ago');
    const anonymous = newVisitor(house.desk, page.channel.id);
    const second = await writes(anonymous, 'now');
    expect(second.chatId).not.toBe(first.chatId);
    const known = await signsIn(anonymous, 'noa');
    expect(known).toMatchObject({ id: anonymous.id, generation: 1, externalId: 'noa' });
    expect((await contactOf(second))?.id).toBe((await contactOf(first))?.id);
    const third = await writes(known, 'and more');
    expect(third).toMatchObject({ chatId: second.chatId, ticketId: second.ticketId });
    expect(await reads(old)).toEqual(['long ago', 'now', 'and more']);
    expect((await writes(old, 'from the other browser')).chatId).toBe(second.chatId);
    expect((await house.desk.store.reads.chat(second.chatId))?.address).toMatchObject({ id: 'noa', display: 'noa' });
  });

  it('goes on in the chat with an open ticket, whatever was written last', async () => {
    const old = await signsIn(newVisitor(house.desk, page.channel.id), 'ida');
    const open = await writes(old, 'it is open');
    const anonymous = newVisitor(house.desk, page.channel.id);
    const closed = await writes(anonymous, 'thanks');
    await closeTicket(house.desk, { ticketId: closed.ticketId ?? '', by: house.admin });
    const known = await signsIn(anonymous, 'ida');
    expect((await writes(known, 'where was I')).ticketId).toBe(open.ticketId);
    expect(await reads(known)).toEqual(['it is open', 'thanks', 'where was I']);
  });

  it('takes along what they were just writing when they sign in, whichever of the two is stored first', async () => {
    const visitor = newVisitor(house.desk, page.channel.id);
    const saying = { page, visitor, clientId: 'c-first', content: { type: 'text', text: 'on its way' } as const, replyTo: null };
    const submit: typeof intake.submit = async (...told) => {
      await signsIn(visitor, 'pia');
      await intake.submit(...told);
    };
    await say({ desk: house.desk, intake: { submit } }, saying);
    expect(await reads(await signsIn(newVisitor(house.desk, page.channel.id), 'pia'))).toEqual(['on its way']);
    const browsers = Array.from({ length: 8 }, (_, at) => ({ externalId: `rae-${at}`, visitor: newVisitor(house.desk, page.channel.id) }));
    await Promise.all(browsers.flatMap((one) => [writes(one.visitor, 'at once'), signsIn(one.visitor, one.externalId)]));
    for (const { externalId } of browsers)
      expect(await reads(await signsIn(newVisitor(house.desk, page.channel.id), externalId))).toEqual(['at once']);
  });

  it('is called as the site says, and fills a field that the desk has for it', async () => {
    const [field] = await saveFields(house.desk, { fields: [{ name: 'Email', of: 'contact', type: 'text', choices: [] }] });
    expect(field?.key).toBe('email');
    const anonymous = newVisitor(house.desk, page.channel.id);
    const message = await writes(anonymous, 'who am I');
    expect((await contactOf(message))?.name).toBeNull();
    const known = await signsIn(anonymous, 'kai', { name: 'Kai', email: 'kai@example.com' });
    await introduceVisitor({ desk: house.desk, intake }, page, known);
    expect(await contactOf(message)).toMatchObject({ name: 'Kai', fields: { email: 'kai@example.com' } });
  });

  it('is nobody by an older generation, even if two change it at once', async () => {
    const visitor = newVisitor(house.desk, page.channel.id);
    const ends = await Promise.allSettled([signsIn(visitor, 'eva'), signsIn(visitor, 'lea'), endVisitor(house.desk, visitor)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'unauthenticated' });
  });

  it('is told that somebody has read, and what changed since', async () => {
    const visitor = newVisitor(house.desk, page.channel.id);
    const [one, two] = [await writes(visitor, 'one'), await writes(visitor, 'two')];
    const before = await newestFor(house.desk, page, visitor, { limit: 10, before: null });
    expect([...before.read.values()]).toEqual([]);
    await readTicket(house.desk, { ticketId: one.ticketId ?? '', by: house.admin });
    const after = await changedFor(house.desk, page, visitor, { limit: 10, after: before.rev });
    expect(after.messages).toEqual([]);
    expect([...after.read.values()].map(({ id }) => id)).toEqual([two.id]);
    const ahead = await changedFor(house.desk, page, visitor, { limit: 10, after: `${one.chatId}.zz.zz` });
    expect(ahead.messages).toHaveLength(2);
    expect(ahead.rev).toBe(after.rev);
    const [thread] = await threadsOf(house.desk, page, visitor);
    expect(thread).toMatchObject({ chatId: one.chatId, unread: 0, ticketId: one.ticketId });
  });

  it('is forgotten by their browser after a year, and by name never', async () => {
    const known = await signsIn(newVisitor(house.desk, page.channel.id), 'uma');
    await writes(known, 'remember me');
    house.clock.forward(366 * DAY);
    await tidy(house.desk);
    expect(await house.desk.store.reads.visitor(known.id)).toBeNull();
    expect(await reads(await signsIn(newVisitor(house.desk, page.channel.id), 'uma'))).toEqual(['remember me']);
  });
});
