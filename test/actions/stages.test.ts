import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { wakeTicket } from '../../src/actions/tickets/wake-ticket';
import { transact } from '../../src/actions/transact';
import { addStage } from '../../src/actions/workspace/add-stage';
import { orderStages } from '../../src/actions/workspace/order-stages';
import { removeStage } from '../../src/actions/workspace/remove-stage';
import { updateStage } from '../../src/actions/workspace/update-stage';
import { SYSTEM } from '../../src/domain/events';
import { record } from '../../src/domain/record';
import type { Ticket } from '../../src/domain/ticket';
import { closes, hears, MARIA, PEDRO, standing, story, wait } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('stages, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const add = (name: string) => addStage(house.desk, { name, color: 'sky' });
  const choose = (ticket: Pick<Ticket, 'id'>, stage: string, by = house.admin) =>
    updateTicket(house.desk, { ticketId: ticket.id, by, stage });
  const last = async (ticket: Pick<Ticket, 'id'>) => (await house.events(ticket.id)).at(-1);
  const stages = async () =>
    (await house.desk.store.reads.house()).stages.filter(({ deletedAt }) => deletedAt === null).map(({ key }) => key);
  const inStage = async (stage: string) =>
    (await house.desk.store.reads.tickets({ stage: [stage], seenBy: null }, '-number', { limit: 300, cursor: null })).data.map(
      ({ ticket }) => ticket.id,
    );

  /** As a person would, one ticket after the other, only sooner. */
  const stageAll = (ids: readonly string[], stage: string) =>
    transact(house.desk, async (tx, ledger) => {
      const chatIds = await Promise.all(ids.map((id) => house.ticket(id).then(({ chatId }) => chatId)));
      ledger.take(await tx.hold(chatIds));
      for (const id of ids)
        ledger.apply(
          record(ledger.ticket(id), { type: 'stage_changed', cause: 'stage_chosen', actor: SYSTEM, at: ledger.at, patch: { stage } }),
        );
    });

  describe('of a ticket', () => {
    it('are chosen by people, change no status and postpone nothing', async () => {
      await add('Waiting for parts');
      const ticket = await hears(house);
      const chosen = await choose(ticket, 'waiting_for_parts');
      expect(chosen).toMatchObject({
        status: 'pending',
        stage: 'waiting_for_parts',
        stageSince: house.clock.now(),
        statusSince: ticket.statusSince,
        aliveSince: ticket.aliveSince,
      });
      expect(await last(ticket)).toMatchObject({
        type: 'stage_changed',
        status: null,
        stage: { from: 'open', to: 'waiting_for_parts' },
        actor: { kind: 'admin' },
      });
      await wait(house, 7 * DAY);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'closed', stage: 'auto_closed' });
    });

    it('close it when Closed is chosen', async () => {
      const ticket = await hears(house);
      expect(await choose(ticket, 'closed')).toMatchObject({ status: 'closed', stage: 'closed' });
      expect(await last(ticket)).toMatchObject({ cause: 'closed_by_person', row: 'B2' });
    });

    it('close it for nobody who may not close', async () => {
      await house.set({ policy: { agentsMayClose: false } });
      const ana = await house.agent('Ana');
      await expect(choose(await hears(house), 'closed', ana)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('reopen it when Open is chosen', async () => {
      const ticket = await hears(house);
      await closes(house, ticket);
      expect(await choose(ticket, 'open')).toMatchObject({ status: 'pending', stage: 'open' });
      expect(await last(ticket)).toMatchObject({ cause: 'reopened', row: 'T12' });
    });

    it('are refused when the desk sets them, are unknown or need more than a name', async () => {
      const ticket = await hears(house);
      const before = await standing(house, ticket);
      for (const stage of ['snoozed', 'auto_closed', 'none'])
        await expect(choose(ticket, stage)).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ path: 'stage' }] } });
      expect(await standing(house, ticket)).toEqual(before);
    });

    it('are refused on a closed ticket, but for Open', async () => {
      await add('Waiting');
      const ticket = await hears(house);
      await closes(house, ticket);
      await expect(choose(ticket, 'waiting')).rejects.toMatchObject({ code: 'illegal_transition', facts: { from: 'closed' } });
    });

    it('wake it when another is chosen during a snooze', async () => {
      await add('Waiting');
      const ana = await house.agent('Ana');
      const ticket = await hears(house);
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: ana, until: house.clock.now() + HOUR });
      await choose(ticket, 'waiting', ana);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', stage: 'waiting', snoozedUntil: null });
      expect((await story(house, ticket)).slice(-3)).toEqual(['woken', 'woken: pending', 'assigned: active']);
    });

    it('come back with the waking when they still exist, else it is Open', async () => {
      await add('Waiting');
      for (const [phone, expected] of [
        [MARIA, 'waiting'],
        [PEDRO, 'open'],
      ] as const) {
        const ticket = await hears(house, phone);
        await choose(ticket, 'waiting');
        await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + HOUR });
        expect((await house.ticket(ticket.id)).stage).toBe('snoozed');
        if (expected === 'open') await removeStage(house.desk, { key: 'waiting', by: house.admin });
        expect((await wakeTicket(house.desk, { ticketId: ticket.id, by: house.admin })).stage).toBe(expected);
      }
    });

    it('are Open again when it is reopened, whatever it was before', async () => {
      await add('Waiting');
      const ticket = await hears(house);
      await choose(ticket, 'waiting');
      await closes(house, ticket);
      expect((await choose(ticket, 'open')).stage).toBe('open');
    });
  });

  describe('of the desk', () => {
    it('are made with a key of their name, last in order', async () => {
      expect(await add('Waiting for parts')).toMatchObject({
        key: 'waiting_for_parts',
        name: 'Waiting for parts',
        color: 'sky',
        system: false,
      });
      expect((await add('Éclair!')).key).toMatch(/^[a-z0-9_]+$/);
      expect((await stages()).slice(-2)[0]).toBe('waiting_for_parts');
    });

    it('have names of their own', async () => {
      await add('Waiting');
      await expect(add('waiting ')).rejects.toMatchObject({ code: 'already_exists' });
      await expect(add('Open')).rejects.toMatchObject({ code: 'already_exists' });
    });

    it('are renamed and coloured, and keep their key', async () => {
      await add('Waiting');
      expect(await updateStage(house.desk, { key: 'waiting', name: 'On hold', color: 'rose' })).toMatchObject({
        key: 'waiting',
        name: 'On hold',
        color: 'rose',
      });
      await expect(updateStage(house.desk, { key: 'none', name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    });

    it.each(['open', 'closed', 'snoozed', 'auto_closed'])('stay as they are when the desk sets them: %s', async (key) => {
      await expect(updateStage(house.desk, { key, name: 'Mine' })).rejects.toMatchObject({ code: 'system_stage' });
      await expect(removeStage(house.desk, { key, by: house.admin })).rejects.toMatchObject({ code: 'system_stage' });
      expect(await stages()).toContain(key);
    });

    it('are put in order when each is named once', async () => {
      await add('Waiting');
      const keys = (await stages()).reverse();
      expect((await orderStages(house.desk, { keys })).map(({ key }) => key)).toEqual(keys);
      await expect(orderStages(house.desk, { keys: keys.slice(1) })).rejects.toMatchObject({ code: 'invalid' });
      await expect(orderStages(house.desk, { keys: [...keys.slice(1), keys[1]!] })).rejects.toMatchObject({ code: 'invalid' });
    });
  });

  describe('that are deleted', () => {
    it('answer how many tickets they had, which read and are found as Open at once', async () => {
      await add('Waiting');
      const tickets = [await hears(house, MARIA), await hears(house, PEDRO)];
      for (const ticket of tickets) await choose(ticket, 'waiting');
      expect(await removeStage(house.desk, { key: 'waiting', by: house.admin })).toEqual({ tickets: 2 });
      expect(await stages()).not.toContain('waiting');
      expect((await inStage('open')).sort()).toEqual(tickets.map(({ id }) => id).sort());
      const counts = await house.desk.store.reads.ticketCounts({ seenBy: null });
      expect(counts.map(({ stage, tickets: count }) => [stage, count])).toEqual([['open', 2]]);
      await expect(choose(tickets[0]!, 'waiting')).rejects.toMatchObject({ code: 'invalid' });
    });

    it('leave their tickets to Open in batches, each with an event in the admin\u2019s name', async () => {
      await add('Waiting');
      await house.hear(...Array.from({ length: 230 }, (_, n) => says(`1558${String(n).padStart(6, '0')}`, 'hello')));
      const ids = await inStage('open');
      expect(ids).toHaveLength(230);
      await stageAll(ids, 'waiting');
      await removeStage(house.desk, { key: 'waiting', by: house.admin });
      await house.errands();
      for (const id of [ids[0]!, ids[229]!]) {
        expect(await house.ticket(id)).toMatchObject({ stage: 'open', status: 'pending' });
        expect(await last({ id })).toMatchObject({
          type: 'stage_changed',
          cause: 'stage_deleted',
          stage: { from: 'waiting', to: 'open' },
          actor: { kind: 'admin', id: house.admin.id },
        });
      }
      expect(await stages()).not.toContain('waiting');
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('make room for another of that name', async () => {
      await add('Waiting');
      await removeStage(house.desk, { key: 'waiting', by: house.admin });
      await house.errands();
      expect((await add('Waiting')).key).toBe('waiting_2');
    });

    it('wake nobody in another of that name', async () => {
      await add('Waiting');
      const ticket = await hears(house);
      await choose(ticket, 'waiting');
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + HOUR });
      await removeStage(house.desk, { key: 'waiting', by: house.admin });
      await house.errands();
      await add('Waiting');
      expect((await wakeTicket(house.desk, { ticketId: ticket.id, by: house.admin })).stage).toBe('open');
    });
  });

  it('stand beside priority, tags, subject and exclusion, changed in one event', async () => {
    const ticket = await hears(house);
    await updateTicket(house.desk, {
      ticketId: ticket.id,
      by: house.admin,
      priority: 'high',
      tags: ['vip'],
      subject: 'Parcel\u0000',
      excludeFromClosing: true,
    });
    expect(await house.ticket(ticket.id)).toMatchObject({
      priority: 'high',
      tags: ['vip'],
      subject: 'Parcel\u2400',
      excludeFromClosing: true,
    });
    expect(await last(ticket)).toMatchObject({
      type: 'updated',
      data: { priority: { from: 'medium', to: 'high' }, tags: { from: [], to: ['vip'] }, excludeFromClosing: { from: false, to: true } },
    });
    const { version } = await house.ticket(ticket.id);
    await updateTicket(house.desk, { ticketId: ticket.id, by: house.admin, priority: 'high' });
    expect((await story(house, ticket)).length).toBe(2);
    expect((await house.ticket(ticket.id)).version).toBeGreaterThanOrEqual(version);
  });
});
