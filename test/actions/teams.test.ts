import { handOverAll } from '../../src/actions/agents/hand-over';
import { updateAgent } from '../../src/actions/agents/update-agent';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Person } from '../../src/actions/desk';
import { saveRules } from '../../src/actions/routing/save-rules';
import { removeTeam } from '../../src/actions/teams/remove-team';
import { addTeam, updateTeam } from '../../src/actions/teams/save-team';
import { transferToTeam } from '../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { seenBy } from '../../src/domain/access';
import type { Ticket } from '../../src/domain/ticket';
import { answers, hears, idleWith, MARIA, PEDRO, standing, story } from '../support/acts';
import { databases } from '../support/database';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('teams, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const aTeam = async (name: string, ...members: readonly Person[]) =>
    (await addTeam(house.desk, { name, agentIds: members.map(({ id }) => id) })).id;
  const agent = async ({ id }: Pick<Person, 'id'>) => (await house.desk.store.reads.agentsByIds([id]))[0];
  const channelsTeam = (teamId: string | null) => updateChannel(house.desk, { channelId: house.whatsapp.id, teamId });
  const last = async (ticket: Pick<Ticket, 'id'>) => (await house.events(ticket.id)).at(-1);
  const listed = async (team: (string | null)[]) =>
    (await house.desk.store.reads.tickets({ team, seenBy: null }, '-number', { limit: 100, cursor: null })).data.map(
      ({ ticket }) => ticket.id,
    );

  /** What a list shows somebody who sees their own teams. */
  const seenBySomebody = async (who: { readonly agentId: string; readonly teamIds: readonly string[] }) => {
    const by = seenBy({ id: who.agentId, role: 'agent', teamIds: who.teamIds }, { house: await house.desk.store.reads.house() });
    return (await house.desk.store.reads.tickets({ seenBy: by }, '-number', { limit: 100, cursor: null })).data.map(
      ({ ticket }) => ticket.id,
    );
  };

  describe('have members', () => {
    it('whom an admin names at the team or at the agent, and who hear of it', async () => {
      const [ana, luis] = [await house.agent('Ana'), await house.agent('Luis')];
      const support = await aTeam('Support', ana);
      house.announced.length = 0;
      await updateTeam(house.desk, { teamId: support, agentIds: [luis.id] });
      expect([(await agent(ana))?.teamIds, (await agent(luis))?.teamIds]).toEqual([[], [support]]);
      expect(house.announced.map(({ name, id }) => [name, id])).toEqual([
        ['agent.presence_changed', ana.id],
        ['agent.presence_changed', luis.id],
      ]);
      const sales = await aTeam('Sales');
      await updateAgent(house.desk, { agentId: luis.id, by: house.admin, teamIds: [support, sales, sales] });
      expect((await agent(luis))?.teamIds).toEqual([support, sales]);
      const unknown = updateAgent(house.desk, { agentId: luis.id, by: house.admin, teamIds: ['nothing'] });
      await expect(unknown).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ path: 'teamIds.0' }] } });
    });

    it('of whom none is unknown, under a name of their own', async () => {
      await aTeam('Support');
      await expect(aTeam('support ')).rejects.toMatchObject({ code: 'already_exists' });
      await expect(addTeam(house.desk, { name: 'Sales', agentIds: ['nobody'] })).rejects.toMatchObject({
        code: 'invalid',
        facts: { errors: [{ path: 'agentIds.0' }] },
      });
      const days = { mon: [{ from: '9', to: '5' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
      const hours = { timeZone: 'UTC', days, holidays: [] };
      await expect(addTeam(house.desk, { name: 'Sales', hours })).rejects.toMatchObject({ facts: { errors: [{ path: 'hours' }] } });
      expect((await house.desk.store.reads.house()).teams.map(({ name }) => name)).toEqual(['Support']);
    });

    it('who are given what waits as soon as they are in it', async () => {
      const support = await aTeam('Support');
      await channelsTeam(support);
      const ana = await house.agent('Ana');
      const ticket = await hears(house);
      expect(ticket).toMatchObject({ status: 'pending', teamId: support });
      await updateTeam(house.desk, { teamId: support, agentIds: [ana.id] });
      await house.errands();
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
    });
  });

  describe('are deleted', () => {
    it('only when no channel and no rule names them', async () => {
      const support = await aTeam('Support');
      await channelsTeam(support);
      await saveRules(house.desk, { rules: [{ name: 'All', on: true, when: {}, then: { teamId: support } }] });
      const remove = () => removeTeam(house.desk, { teamId: support, by: house.admin });
      await expect(remove()).rejects.toMatchObject({
        code: 'in_use',
        facts: { using: [{ kind: 'channel' }, { kind: 'rule', name: 'All' }] },
      });
      await channelsTeam(null);
      await expect(remove()).rejects.toMatchObject({ code: 'in_use', facts: { using: [{ kind: 'rule' }] } });
      await saveRules(house.desk, { rules: [] });
      await remove();
      await expect(remove()).rejects.toMatchObject({ code: 'not_found' });
    });

    it('so that their tickets are in no team at once, for lists, for eyes and for routing', async () => {
      const ana = await house.agent('Ana', 'away');
      const support = await aTeam('Support', ana);
      await channelsTeam(support);
      const ticket = await hears(house);
      expect([await listed([support]), await listed([null])]).toEqual([[ticket.id], []]);
      await channelsTeam(null);
      await removeTeam(house.desk, { teamId: support, by: house.admin });
      expect((await house.ticket(ticket.id)).teamId).toBeNull();
      expect([await listed([support]), await listed([null])]).toEqual([[], [ticket.id]]);
      const luis = await house.agent('Luis', 'away');
      await house.set({ policy: { agentsSee: 'team' } });
      expect(await seenBySomebody({ agentId: luis.id, teamIds: [] })).toEqual([ticket.id]);
      await expect(updateTicket(house.desk, { ticketId: ticket.id, by: luis, priority: 'high' })).resolves.toMatchObject({ id: ticket.id });
      await house.turn(luis, 'online');
      await house.errands();
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: luis.id });
      expect((await agent(ana))?.teamIds).toEqual([]);
    });

    it('and an errand takes the open ones out of them, each with its event', async () => {
      const support = await aTeam('Support');
      await channelsTeam(support);
      const [open, closed] = [await hears(house, MARIA), await hears(house, PEDRO)];
      await updateTicket(house.desk, { ticketId: closed.id, by: house.admin, stage: 'closed' });
      await channelsTeam(null);
      await removeTeam(house.desk, { teamId: support, by: house.admin });
      await house.errands();
      expect(await last(open)).toMatchObject({
        cause: 'team_deleted',
        actor: { kind: 'admin', name: 'Adele' },
        data: { team: { from: { id: support, name: 'Support' }, to: null } },
      });
      expect([...(await listed([null]))].sort()).toEqual([open.id, closed.id].sort());
      const left = await house.desk.store.atomically((tx) => tx.ticketsOfTeam(support, 10));
      expect(left).toEqual([]);
    });
  });

  describe('are sent tickets', () => {
    const send = (ticket: Pick<Ticket, 'id'>, teamId: string, by: Person, note: string | null = null) =>
      transferToTeam(house.desk, { ticketId: ticket.id, teamId, by, note });

    it('that were active: they go to its queue, with a note, and to who sent them last of all', async () => {
      const ana = await house.agent('Ana');
      const support = await aTeam('Support', ana);
      const ticket = await hears(house);
      await updateTicket(house.desk, { ticketId: ticket.id, by: ana, excludeFromClosing: true });
      await send(ticket, support, ana, 'Needs a part');
      const now = await house.ticket(ticket.id);
      expect(now).toMatchObject({ status: 'pending', teamId: support, assigneeId: null, excludeFromClosing: false });
      const [note] = (await house.messages(ticket.chatId)).filter(({ direction }) => direction === 'note');
      const sent = (await house.events(ticket.id)).find(({ cause }) => cause === 'transferred');
      expect(sent).toMatchObject({
        row: 'T5',
        data: { team: { from: null, to: { id: support, name: 'Support' } }, noteId: note?.id },
      });
      const luis = await house.agent('Luis');
      await updateTeam(house.desk, { teamId: support, agentIds: [ana.id, luis.id] });
      await house.errands();
      expect((await house.ticket(ticket.id)).assigneeId).toBe(luis.id);
    });

    it('that wait: they keep how long they have waited, and are given to a member at once', async () => {
      const support = await aTeam('Support');
      await channelsTeam(support);
      const ticket = await hears(house);
      house.clock.forward(60_000);
      const ana = await house.agent('Ana');
      const sales = await aTeam('Sales', ana);
      await send(ticket, sales, house.admin);
      const now = await house.ticket(ticket.id);
      expect(now).toMatchObject({ status: 'active', teamId: sales, assigneeId: ana.id });
      const [moved] = (await house.events(ticket.id)).filter(({ cause }) => cause === 'transferred');
      expect(moved).toMatchObject({ type: 'updated', status: null, data: { team: { from: { name: 'Support' }, to: { name: 'Sales' } } } });
      const given = (await house.events(ticket.id)).find(({ cause }) => cause === 'assigned');
      expect(given?.decision?.facts.waitingSince).toBe(ticket.statusSince);
    });

    it('but none that is idle, nor one to a team that there is not, nor a colleague\u2019s', async () => {
      const ana = await house.agent('Ana');
      const support = await aTeam('Support');
      const idle = await idleWith(house, ana);
      const before = await standing(house, idle);
      await expect(send(idle, support, ana)).rejects.toMatchObject({ code: 'illegal_transition', facts: { from: 'idle' } });
      await expect(send(idle, 'nothing', ana)).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ path: 'teamId' }] } });
      const active = await hears(house, PEDRO);
      const luis = await house.agent('Luis');
      await expect(send(active, support, luis)).rejects.toMatchObject({ code: 'assigned_to_other' });
      expect(await standing(house, idle)).toEqual(before);
    });
  });

  describe('and everything of an agent who leaves', () => {
    const three = async (by: Person) => {
      const idle = await idleWith(house, by, MARIA);
      const active = await hears(house, PEDRO);
      return { idle, active };
    };
    const handOver = (from: Person, to: Parameters<typeof handOverAll>[1]['to']) =>
      handOverAll(house.desk, { agentId: from.id, to, by: house.admin });

    it('goes to a colleague who is online', async () => {
      const ana = await house.agent('Ana');
      const { idle, active } = await three(ana);
      const luis = await house.agent('Luis', 'away');
      await expect(handOver(ana, { agentId: luis.id })).rejects.toMatchObject({ code: 'agent_not_online' });
      await expect(handOver(ana, { agentId: ana.id })).rejects.toMatchObject({ code: 'invalid' });
      await house.turn(luis, 'online');
      expect(await handOver(ana, { agentId: luis.id })).toEqual([
        { ticketId: idle.id, number: idle.number, status: 'idle', outcome: 'assigned' },
        { ticketId: active.id, number: active.number, status: 'active', outcome: 'assigned' },
      ]);
      expect(await last(idle)).toMatchObject({ cause: 'handed_over', assignee: { from: ana.id, to: luis.id }, actor: { kind: 'admin' } });
    });

    it('goes to a team: the active to its queue, the others to nobody', async () => {
      const ana = await house.agent('Ana');
      const { idle, active } = await three(ana);
      const support = await aTeam('Support', ana);
      expect((await handOver(ana, { teamId: support })).map(({ outcome }) => outcome)).toEqual(['unassigned', 'queued']);
      expect(await house.ticket(idle.id)).toMatchObject({ status: 'idle', assigneeId: null, teamId: support, lastAssigneeId: ana.id });
      expect(await house.ticket(active.id)).toMatchObject({ status: 'pending', assigneeId: null, teamId: support });
    });

    it('goes back to the queue, and not to the same agent', async () => {
      const ana = await house.agent('Ana');
      const { active } = await three(ana);
      const luis = await house.agent('Luis');
      await handOver(ana, { queue: true });
      expect(await house.ticket(active.id)).toMatchObject({ status: 'active', assigneeId: luis.id, teamId: null });
      expect(await story(house, active)).toEqual([
        'customer_wrote: pending',
        'assigned: active',
        'transferred: pending',
        'assigned: active',
      ]);
    });
  });

  it('show members their tickets, and nobody else, from the moment on that they join', async () => {
    await house.set({ policy: { agentsSee: 'team' } });
    const [ana, luis] = [await house.agent('Ana', 'away'), await house.agent('Luis', 'away')];
    const support = await aTeam('Support', ana);
    await channelsTeam(support);
    const ticket = await hears(house);
    const change = async (who: Person) =>
      updateTicket(house.desk, { ticketId: ticket.id, by: { ...who, teamIds: (await agent(who))?.teamIds ?? [] }, priority: 'high' });
    await expect(change(ana)).resolves.toBeDefined();
    await expect(change(luis)).rejects.toMatchObject({ code: 'not_found' });
    await updateTeam(house.desk, { teamId: support, agentIds: [luis.id] });
    await expect(change(luis)).resolves.toBeDefined();
    await expect(change(ana)).rejects.toMatchObject({ code: 'not_found' });
    await house.turn(luis, 'online');
    await house.errands();
    await answers(house, ticket, luis);
  });
});
