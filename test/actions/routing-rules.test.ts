import { updateChannel } from '../../src/actions/channels/update-channel';
import { saveRules, type WantedRule } from '../../src/actions/routing/save-rules';
import { tryRules } from '../../src/actions/routing/try-rules';
import { addTeam } from '../../src/actions/teams/save-team';
import { saveFields } from '../../src/actions/workspace/save-fields';
import { updateContact } from '../../src/actions/workspace/update-contact';
import type { Ticket } from '../../src/domain/ticket';
import { closes, echo, hears, MARIA, PEDRO, saidIn, story } from '../support/acts';
import { withBot } from '../support/bots';
import { databases } from '../support/database';
import { HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('routing rules, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const aTeam = async (name: string) => (await addTeam(house.desk, { name })).id;
  const rule = (when: WantedRule['when'], then: WantedRule['then'], name = 'A rule'): WantedRule => ({ name, on: true, when, then });
  const save = (...rules: WantedRule[]) => saveRules(house.desk, { rules });
  const ruled = async (ticket: Pick<Ticket, 'id'>) => (await house.events(ticket.id)).find(({ cause }) => cause === 'routed_by_rule');
  const refuses = (path: string) => ({ code: 'invalid', facts: { errors: [{ path }] } });

  it('give a new ticket its team, priority and tags, with the decision', async () => {
    const [support, sales] = [await aTeam('Support'), await aTeam('Sales')];
    await updateChannel(house.desk, { channelId: house.whatsapp.id, teamId: sales });
    const [saved] = await save(rule({ words: ['refund'] }, { teamId: support, priority: 'urgent', tags: ['refund', 'refund'] }, 'Refunds'));
    const ticket = await hears(house, MARIA, 'I want a REFUND');
    expect(ticket).toMatchObject({ teamId: support, priority: 'urgent', tags: ['refund'], status: 'pending' });
    expect(await ruled(ticket)).toMatchObject({
      actor: { kind: 'system' },
      decision: { rule: 'routing_rule', facts: { ruleId: saved?.id, name: 'Refunds', conditions: ['words'] } },
      data: { team: { from: null, to: { id: support, name: 'Support' } }, priority: { from: 'medium', to: 'urgent' } },
    });
    const other = await hears(house, PEDRO, 'hello');
    expect([other.teamId, await ruled(other)]).toEqual([sales, undefined]);
    const [created] = await house.events(other.id);
    expect(created?.data).toEqual({ team: { from: null, to: { id: sales, name: 'Sales' } }, teamOf: 'channel' });
  });

  it('hear everything that a new ticket takes along, and the language of it', async () => {
    const spanish = await aTeam('Spanish');
    await save(rule({ languages: ['es'] }, { teamId: spanish }));
    await house.hear(says(MARIA, 'Hola, ¿dónde está mi paquete?'));
    expect((await house.tickets(MARIA))[0]?.teamId).toBe(spanish);
    expect((await hears(house, PEDRO, 'Hello, where is my order?')).teamId).toBeNull();
  });

  it('close at once and without a word what is not to be answered, and the next message opens another', async () => {
    await house.set({ texts: { greeting: 'Welcome', closing: 'Goodbye', away: 'Nobody is here' } });
    await save(rule({ words: ['unsubscribe'] }, { close: true, tags: ['spam'] }));
    const ana = await house.agent('Ana');
    const ticket = await hears(house, MARIA, 'unsubscribe me');
    expect(ticket).toMatchObject({ status: 'closed', stage: 'auto_closed', closeCause: 'unassignable', tags: ['spam'] });
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'routed_by_rule', 'unassignable: closed']);
    expect(await saidIn(house, ticket.chatId)).toEqual(['unsubscribe me']);
    expect(await hears(house, MARIA, 'a question')).toMatchObject({ status: 'active', assigneeId: ana.id, previousTicketId: ticket.id });
  });

  it('know a contact who was here before, their number and their fields', async () => {
    const [gold, brazil, regulars] = [await aTeam('Gold'), await aTeam('Brazil'), await aTeam('Regulars')];
    await saveFields(house.desk, { fields: [{ name: 'Tier', of: 'contact', type: 'text', choices: [] }] });
    await save(
      rule({ contact: { field: { key: 'tier', value: 'gold' } } }, { teamId: gold }),
      rule({ contact: { phones: ['55119'] } }, { teamId: brazil }),
      rule({ contact: { known: true } }, { teamId: regulars }),
    );
    const first = await hears(house, MARIA);
    expect([first.teamId, (await hears(house, '5511990000001')).teamId]).toEqual([null, brazil]);
    const again = async () => {
      for (const one of await house.tickets(MARIA)) if (one.status !== 'closed') await closes(house, one);
      return hears(house, MARIA, 'me again');
    };
    expect((await again()).teamId).toBe(regulars);
    await updateContact(house.desk, { contactId: first.contactId, by: house.admin, fields: { tier: 'Gold' } });
    expect((await again()).teamId).toBe(gold);
  });

  it('know the hour of the workspace', async () => {
    const night = await aTeam('Night');
    await house.set({ locale: { timeZone: 'America/Sao_Paulo' } });
    await save(rule({ hours: { from: '22:00', to: '07:00' } }, { teamId: night }));
    expect((await hears(house, MARIA)).teamId).toBe(night);
    house.clock.forward(HOUR);
    expect((await hears(house, PEDRO)).teamId).toBeNull();
  });

  it('leave the team to a bot that hands off to one, and find it for a bot that does not', async () => {
    const [bots, ruleds] = [await aTeam('Of the bot'), await aTeam('Of the rule')];
    await save(rule({ words: ['human'] }, { teamId: ruleds, priority: 'high' }));
    let teamId: string | null = bots;
    await withBot(house, () => ({ handoff: { teamId } }));
    await house.hear(says(MARIA, 'a human, please'));
    await house.errands();
    const [ticket] = await house.tickets(MARIA);
    expect(ticket).toMatchObject({ teamId: bots, priority: 'high' });
    expect((await house.events(ticket?.id ?? ''))[0]).toMatchObject({ cause: 'handed_off', data: { teamOf: 'bot' } });
    teamId = 'deleted long ago';
    await house.hear(says(PEDRO, 'a human, please'));
    await house.errands();
    expect((await house.tickets(PEDRO))[0]?.teamId).toBe(ruleds);
  });

  it('are asked of what a customer opens, and not of what an agent or the business begins', async () => {
    const support = await aTeam('Support');
    await save(rule({}, { teamId: support }));
    await house.hear(echo(MARIA, 'good news'));
    expect((await house.tickets(MARIA))[0]).toMatchObject({ status: 'proactive', teamId: null });
  });

  it('are refused when they name what there is not', async () => {
    await expect(save(rule({ channels: [house.whatsapp.id, 'no'] }, { close: true }))).rejects.toMatchObject(
      refuses('rules.0.when.channels.1'),
    );
    await expect(save(rule({}, { close: true }), rule({}, { teamId: 'no' }))).rejects.toMatchObject(refuses('rules.1.then.teamId'));
    await expect(save(rule({ contact: { field: { key: 'no', value: 'x' } } }, { close: true }))).rejects.toMatchObject(
      refuses('rules.0.when.contact.field.key'),
    );
    await expect(save(rule({ words: ['?!'] }, { close: true }))).rejects.toMatchObject(refuses('rules.0.when.words.0'));
    await expect(save(rule({ hours: { from: '9', to: '17:00' } }, { close: true }))).rejects.toMatchObject(refuses('rules.0.when.hours'));
    await expect(save(rule({}, {}))).rejects.toMatchObject(refuses('rules.0.then'));
  });

  it('keep their ids, and those that are new get one', async () => {
    const [first] = await save(rule({}, { close: true }, 'First'));
    const both = await save(rule({}, { priority: 'low' }, 'New'), { ...rule({}, { close: true }, 'First'), id: first?.id });
    expect(both.map(({ name, id }) => [name, id === first?.id])).toEqual([
      ['New', false],
      ['First', true],
    ]);
    const twice = await save({ ...rule({}, { close: true }), id: 'one' }, { ...rule({}, { close: true }), id: 'one' });
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
  });

  it('are tried on tickets of the past, and nothing changes', async () => {
    const [support, sales] = [await aTeam('Support'), await aTeam('Sales')];
    await updateChannel(house.desk, { channelId: house.whatsapp.id, teamId: sales });
    const refund = await hears(house, MARIA, 'I want a refund');
    await house.hear(says(MARIA, 'and an invoice'));
    const invoice = await hears(house, PEDRO, 'My invoice, please');
    const spam = await hears(house, '15550003', 'unsubscribe');
    const rules = [
      rule({ words: ['refund'] }, { teamId: support }, 'Refunds'),
      rule({ words: ['invoice'] }, { teamId: sales }, 'Invoices'),
      rule({ words: ['unsubscribe'] }, { close: true }, 'Spam'),
    ];
    const before = await house.desk.store.reads.house();
    const tried = await tryRules(house.desk, { rules, tickets: 10 });
    expect(tried.tickets.map((one) => [one.opened.ticket.id, one.rule?.name, one.teamId, one.closes, one.differs])).toEqual([
      [spam.id, 'Spam', sales, true, true],
      [invoice.id, 'Invoices', sales, false, false],
      [refund.id, 'Refunds', support, false, true],
    ]);
    expect((await tryRules(house.desk, { rules, tickets: 1 })).tickets).toHaveLength(1);
    expect(await house.desk.store.reads.house()).toEqual(before);
    expect(await house.ticket(spam.id)).toMatchObject({ status: 'pending' });
    await expect(tryRules(house.desk, { rules: [rule({}, { teamId: 'no' })], tickets: 1 })).rejects.toMatchObject(
      refuses('rules.0.then.teamId'),
    );
  });
});
