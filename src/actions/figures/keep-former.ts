import { type Former, formerOf, formerSettings } from '../../domain/figures/former';
import type { House, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';

/** Keeps what the configuration, the agents and the types of messages were until this transaction changed them. People's names are kept where they are saved. */
export async function keepFormer({ acting }: Pick<Desk, 'acting'>, tx: Tx, ledger: Ledger): Promise<void> {
  const former = [...(tx.houseMoved() ? formerHouse(ledger.house, await tx.house()) : []), ...formerAgents(ledger), ...formerTypes(ledger)];
  if (former.length === 0) return;
  await tx.keepFormer(former.map((one) => ({ ...one, until: ledger.at, by: acting?.actor.id ?? null })));
}

function formerHouse(was: House, now: House): Former[] {
  const settings = formerSettings(was.settings, now.settings);
  const stages = byKey(was.stages, ({ key }) => key);
  const teams = byKey(was.teams, ({ id }) => id);
  const channels = byKey(was.channels, ({ id }) => id);
  return [
    ...(settings ? [settings] : []),
    // A stage has no day of its own: that it was not there yet is kept too.
    ...now.stages.flatMap((stage) => changed('stage', stage.key, stages.get(stage.key), stage) ?? notYet(stage.key)),
    ...now.teams.flatMap((team) => changed('team', team.id, teams.get(team.id), team) ?? []),
    ...now.channels.flatMap((channel) => changed('channel', channel.id, channels.get(channel.id), channel) ?? []),
  ];
}

const byKey = <T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T> => new Map(things.map((one) => [keyOf(one), one]));

/** null for what is new. */
function changed(of: 'stage' | 'team' | 'channel', id: string, was: object | undefined, now: object): Former[] | null {
  if (!was) return null;
  const former = formerOf(of, id, was, now);
  return former ? [former] : [];
}

const notYet = (key: string): Former[] => [{ of: 'stage', id: key, value: null }];

const formerAgents = (ledger: Ledger): Former[] =>
  ledger.changedAgents().flatMap(({ was, now }) => {
    const former = was && was !== now ? formerOf('agent', now.id, was, now) : null;
    return former ? [former] : [];
  });

/** A message is of another type once its file is known better, or it was taken back. */
const formerTypes = (ledger: Ledger): Former[] =>
  ledger
    .changedMessages()
    .flatMap(({ was, now }) =>
      was && was.content.type !== now.content.type ? [{ of: 'message', id: now.id, value: was.content.type }] : [],
    );
