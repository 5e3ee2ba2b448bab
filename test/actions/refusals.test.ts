import type { Person } from '../../src/actions/desk';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import type { Asked } from '../../src/actions/tickets/in-hand';
import { readTicket } from '../../src/actions/tickets/read-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { setInProgress } from '../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { takeTicket } from '../../src/actions/tickets/take-ticket';
import { transferTicket } from '../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { wakeTicket } from '../../src/actions/tickets/wake-ticket';
import { writeNote } from '../../src/actions/tickets/write-note';
import type { Action } from '../../src/domain/permissions';
import type { Ticket } from '../../src/domain/ticket';
import { activeWith, closes, hears, idleWith, MARIA, PEDRO, standing, text } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

type Act = (house: TestDesk, asked: Asked) => Promise<unknown>;

// biome-ignore format: a table is read in columns
const ACTS: Record<Action, Act> = {
  assign:        ({ desk }, asked) => assignTicket(desk, { ...asked, agentId: asked.by.id }),
  take:          ({ desk }, asked) => takeTicket(desk, asked),
  release:       ({ desk }, asked) => releaseTicket(desk, asked),
  transfer:      ({ desk }, asked) => transferTicket(desk, { ...asked, agentId: asked.by.id, note: 'over to you' }),
  'in-progress': ({ desk }, asked) => setInProgress(desk, asked),
  snooze:        ({ desk, clock }, asked) => snoozeTicket(desk, { ...asked, until: clock.now() + HOUR }),
  wake:          ({ desk }, asked) => wakeTicket(desk, asked),
  close:         ({ desk }, asked) => closeTicket(desk, asked),
  reopen:        ({ desk }, asked) => reopenTicket(desk, asked),
  reply:         ({ desk }, asked) => answerTicket(desk, { ...asked, content: text('good morning') }),
  note:          ({ desk }, asked) => writeNote(desk, { ...asked, text: 'a note' }),
};
const ACTIONS = Object.entries(ACTS) as [Action, Act][];

describe.each(databases())('the desk refuses, on $name,', ({ create }) => {
  const house = freshDesk(create);
  let ana: Person;
  let luis: Person;
  beforeEach(async () => {
    ana = await house.agent('Ana');
    luis = await house.agent('Luis', 'away');
  });
  const refuses = async (ticket: Pick<Ticket, 'id' | 'chatId'>, act: () => Promise<unknown>, refusal: object) => {
    const before = await standing(house, ticket);
    house.clock.forward(1);
    await expect(act()).rejects.toMatchObject({ name: 'Refusal', ...refusal });
    expect(await standing(house, ticket)).toEqual(before);
  };

  describe('every action', () => {
    it('on what does not exist', async () => {
      for (const [, act] of ACTIONS) await expect(act(house, { ticketId: 'none', by: ana })).rejects.toMatchObject({ code: 'not_found' });
    });

    it('on what this person may not see, before anything else', async () => {
      const ticket = await activeWith(house, ana);
      await house.set({ policy: { agentsSee: 'own', agentsMayClose: false } });
      for (const [, act] of ACTIONS)
        await refuses(ticket, () => act(house, { ticketId: ticket.id, by: luis, version: 99 }), { code: 'not_found' });
    });

    it('with a stale version, before what does not fit the moment', async () => {
      const ticket = await activeWith(house, ana);
      for (const [, act] of ACTIONS)
        await refuses(ticket, () => act(house, { ticketId: ticket.id, by: house.admin, version: ticket.version - 1 }), {
          code: 'stale',
          facts: { version: ticket.version },
        });
    });
  });

  describe('in the order', () => {
    it('of 403 before 412 before 409', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      const reopen = (version: number) => reopenTicket(house.desk, { ticketId: ticket.id, by: ana, version });
      const { version } = await house.ticket(ticket.id);
      await refuses(ticket, () => reopen(version - 1), { code: 'forbidden' });
      await house.set({ policy: { agentsMayReopen: true } });
      await refuses(ticket, () => reopen(version - 1), { code: 'stale' });
      const next = await hears(house, MARIA, 'me again');
      await refuses(next, () => reopen(version), { code: 'chat_has_open_ticket' });
    });

    it('of 422 before 403, 412 and 409', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      const asked = { ticketId: ticket.id, by: ana, version: 99 };
      await house.set({ policy: { agentsMayClose: false } });
      await refuses(ticket, () => snoozeTicket(house.desk, { ...asked, until: house.clock.now() - 1 }), { code: 'invalid' });
      await refuses(ticket, () => answerTicket(house.desk, { ...asked, content: text(' ') }), { code: 'invalid' });
      await refuses(ticket, () => assignTicket(house.desk, { ...asked, agentId: 'none' }), { code: 'invalid' });
      await refuses(ticket, () => transferTicket(house.desk, { ...asked, agentId: 'none', note: null }), { code: 'invalid' });
      await refuses(ticket, () => updateTicket(house.desk, { ...asked, stage: 'auto_closed', priority: 'high' }), { code: 'invalid' });
      await refuses(ticket, () => updateTicket(house.desk, { ...asked, stage: 'snoozed' }), { code: 'invalid' });
    });
  });

  describe('what no row of the table knows, with what is allowed instead,', () => {
    it('for a closed ticket', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      for (const action of ['take', 'release', 'in-progress', 'snooze', 'wake', 'close', 'assign', 'transfer'] as const) {
        await refuses(ticket, () => ACTS[action](house, { ticketId: ticket.id, by: house.admin }), {
          code: 'illegal_transition',
          facts: { from: 'closed', action, allowedActions: ['reopen', 'note'] },
        });
      }
      await refuses(ticket, () => ACTS.reply(house, { ticketId: ticket.id, by: house.admin }), { code: 'ticket_closed' });
    });

    it('for an open one that is to be reopened or woken', async () => {
      const ticket = await activeWith(house, ana);
      for (const action of ['reopen', 'wake'] as const) {
        await refuses(ticket, () => ACTS[action](house, { ticketId: ticket.id, by: house.admin }), {
          code: 'illegal_transition',
          facts: { from: 'active', action },
        });
      }
    });

    it('for a pending one that is to be released or set aside', async () => {
      await house.set({ routing: { strategy: 'manual' } });
      const ticket = await hears(house);
      for (const action of ['release', 'in-progress'] as const) {
        await refuses(ticket, () => ACTS[action](house, { ticketId: ticket.id, by: house.admin }), {
          code: 'illegal_transition',
          facts: { from: 'pending', action },
        });
      }
    });

    it('for an idle one that is to be released', async () => {
      const ticket = await idleWith(house, ana);
      await refuses(ticket, () => releaseTicket(house.desk, { ticketId: ticket.id, by: ana }), { code: 'illegal_transition' });
    });
  });

  it('an agent who would do something with a colleague\u2019s ticket', async () => {
    const ticket = await activeWith(house, ana);
    await house.turn(luis, 'online');
    const actions = ['release', 'transfer', 'in-progress', 'snooze', 'reply', 'assign'] as const;
    for (const action of actions)
      await refuses(ticket, () => ACTS[action](house, { ticketId: ticket.id, by: luis }), { code: 'assigned_to_other' });
  });

  it('to take while not online', async () => {
    await house.set({ routing: { strategy: 'manual' } });
    const ticket = await hears(house);
    await refuses(ticket, () => takeTicket(house.desk, { ticketId: ticket.id, by: luis }), { code: 'agent_not_online' });
  });

  it('to take what was set aside while agents may not', async () => {
    await house.set({ policy: { agentsMayTake: false } });
    const ticket = await activeWith(house, ana);
    await setInProgress(house.desk, { ticketId: ticket.id, by: ana });
    await refuses(ticket, () => takeTicket(house.desk, { ticketId: ticket.id, by: ana }), { code: 'forbidden' });
  });

  it('agents who would give a pending ticket to somebody', async () => {
    await house.set({ routing: { strategy: 'manual' } });
    const ticket = await hears(house);
    await refuses(ticket, () => assignTicket(house.desk, { ticketId: ticket.id, by: ana, agentId: ana.id }), { code: 'forbidden' });
  });

  describe('to show', () => {
    const reads = (ticket: Ticket, by: Person) => readTicket(house.desk, { ticketId: ticket.id, by });

    it('agents more than their own tickets, when they see their own', async () => {
      const theirs = await activeWith(house, ana);
      await house.set({ policy: { agentsSee: 'own' }, routing: { strategy: 'manual' } });
      const nobodys = await hears(house, PEDRO);
      await expect(reads(theirs, luis)).rejects.toMatchObject({ code: 'not_found' });
      await expect(reads(nobodys, luis)).rejects.toMatchObject({ code: 'not_found' });
      expect((await reads(theirs, ana)).id).toBe(theirs.id);
      expect((await reads(theirs, house.admin)).id).toBe(theirs.id);
    });

    it('agents a colleague\u2019s ticket, when they see their team\u2019s; what nobody and no team has, they see', async () => {
      const theirs = await activeWith(house, ana);
      await house.set({ policy: { agentsSee: 'team' }, routing: { strategy: 'manual' } });
      const nobodys = await hears(house, PEDRO);
      await expect(reads(theirs, luis)).rejects.toMatchObject({ code: 'not_found' });
      expect((await reads(nobodys, luis)).id).toBe(nobodys.id);
    });
  });
});
