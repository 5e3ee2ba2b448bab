import { updateChannel } from '../../../src/actions/channels/update-channel';
import { addTeam, updateTeam } from '../../../src/actions/teams/save-team';
import { transferToTeam } from '../../../src/actions/tickets/transfer-ticket';
import { Refusal } from '../../../src/domain/errors';
import { echo } from '../../support/acts';
import { switchBot, withBot, words } from '../../support/bots';
import type { TestDesk } from '../../support/desk';
import { says } from '../../support/desk';
import { anyHistory } from '../../support/histories';
import { daily, office } from '../../support/hours';
import type { Dice } from './dice';

/** Days near which some clocks turn: of Madrid, New York and Lord Howe; and days of none. */
export const STARTS = ['2027-03-11', '2027-03-25', '2027-04-01', '2027-09-30', '2027-10-28', '2027-11-04', '2027-01-01'];

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const REFUSED = { status: 400, body: { error: { message: 'Message undeliverable', type: 'OAuthException', code: 131026 } } };

/** Some days of a desk with two teams, hours of its own for each, a bot that hands over as it likes, phones that answer, and sends that fail. */
export async function someDays(
  house: TestDesk,
  dice: Dice,
  acts: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  house.clock.forward(Date.parse(`${dice.pick(STARTS)}T06:00Z`) - house.clock.now() + dice.below(86_400_000));
  const office9 = office('Europe/Madrid', Object.fromEntries(WEEKDAYS.map((day) => [day, ['09:00-14:00', '16:00-19:30']])));
  await house.set({ routing: { hours: dice.pick([null, office9]) } });
  const teams = [
    await addTeam(house.desk, { name: 'Sales', hours: daily('America/New_York', '08:30-17:15') }),
    await addTeam(house.desk, { name: 'Repairs', hours: dice.pick([null, daily('Australia/Lord_Howe', '22:00-06:00')]) }),
  ].map(({ id }) => id);
  await withBot(house, () => answerOf(dice));
  house.graph.behave(() => (dice.below(6) === 0 ? REFUSED : null));
  for (let done = 0; done < acts; done += 6) {
    await switchBot(house, done > 0 && dice.below(3) > 0);
    if (dice.below(2) === 0) await updateChannel(house.desk, { channelId: house.whatsapp.id, teamId: dice.pick([null, ...teams]) });
    await anyHistory(house, dice, { acts: 6 });
    await join(house, dice, teams);
    await also(house, dice, teams);
    await house.errands();
    await between();
  }
  return teams;
}

function answerOf(dice: Dice) {
  const what = dice.below(10);
  if (what === 0) throw new Error('the bot breaks');
  return what < 6 ? { says: words('I am a bot') } : { says: what < 8 ? words('One moment') : [], handoff: { teamId: null } };
}

/** Everybody is of some team, so that its tickets are given to somebody. */
async function join({ desk }: TestDesk, dice: Dice, teams: readonly string[]): Promise<void> {
  const staff = await desk.store.reads.staff();
  const some = staff.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
  await updateTeam(desk, { teamId: dice.pick(teams), agentIds: dice.shuffled(some).slice(0, 3) });
}

/** What histories leave out: a ticket goes to another team, somebody answers from the phone. */
async function also(house: TestDesk, dice: Dice, teams: readonly string[]): Promise<void> {
  const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 12, cursor: null });
  for (const { ticket, address } of dice.shuffled(data).slice(0, 3)) {
    house.clock.forward(1 + dice.below(7_000_000));
    const phone = String(address.phone ?? address.display);
    try {
      if (dice.below(2) === 0)
        await transferToTeam(house.desk, { ticketId: ticket.id, by: house.admin, teamId: dice.pick(teams), note: null });
      else await house.hear(dice.below(2) === 0 ? echo(phone, 'from my phone') : says(phone, 'again'));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    await house.errands();
  }
}
