import { formerValuesOf } from '../../domain/replay/former-rules';
import type { Rules, Staff, Stretch } from '../../domain/replay/record';
import { type Otherwise, rulesThen } from '../../domain/replay/rules-then';
import { staffOf } from '../../domain/replay/staff';
import { teamsNow } from '../../domain/team';
import type { Instant } from '../../domain/ticket';
import { replyWindow } from '../../domain/window';
import type { House } from '../../ports/store';
import { botOf } from '../bots/ask-bot';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { windowRuleOf } from '../sending/window';

/** Presence is read from so long before the period on: of tickets that are older still, their agents count as there. */
const BEFORE = 400 * 24 * 60 * 60_000;

/** Everything beside the chats themselves that a replay goes by. */
export interface World {
  readonly staff: Staff;
  /** The rules of a channel as they were; with `otherwise` as they would have been. */
  rulesOf(channelId: string, otherwise: Otherwise | null): Rules;
}

export async function worldOf(desk: Pick<Desk, 'store' | 'house' | 'kinds'>, { from, to }: Stretch): Promise<World> {
  const house = await desk.house.refresh();
  const since = from - BEFORE;
  const [former, members] = [
    formerValuesOf(await desk.store.reads.formerRules(since)),
    await desk.store.reads.members({ from: since, to }),
  ];
  const made = new Map<string, Rules>();
  return {
    staff: staffOf(members),
    rulesOf(channelId, otherwise) {
      const name = `${channelId} ${otherwise === null}`;
      const rules = made.get(name) ?? { ...rulesThen(historyOf(house, former, channelId), otherwise), ...beside(desk, house, channelId) };
      made.set(name, rules);
      return rules;
    },
  };
}

function historyOf(house: House, former: ReturnType<typeof formerValuesOf>, channelId: string) {
  return {
    settings: house.settings,
    formerSettings: former.settings,
    overrides: channelIn(house, channelId)?.overrides ?? {},
    formerOverrides: former.overrides.get(channelId) ?? [],
    stages: house.stages.filter(({ system }) => !system),
    teams: new Map(teamsNow(house.teams).map((team) => [team.id, team])),
  };
}

function beside(desk: Pick<Desk, 'kinds'>, house: House, channelId: string): Pick<Rules, 'hasBot' | 'mayWrite'> {
  const rule = windowRuleOf(desk, house, channelId);
  return {
    hasBot: botOf(house, channelId) !== null,
    mayWrite(windowFrom: Instant | null, at: Instant) {
      const window = replyWindow(rule, windowFrom, at);
      return window === null || window.state === 'open';
    },
  };
}
