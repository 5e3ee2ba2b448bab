import { type Act, type ActChange, changesBetween, secretChange } from '../../domain/acts';
import type { House, HouseLists } from '../../ports/store';
import { isSecret } from '../channels/channel-config';
import type { Desk } from '../desk';

type Item = Readonly<Record<string, unknown>>;

interface Collection {
  readonly kind: string;
  readonly of: (house: House) => readonly object[];
  readonly id: 'id' | 'key';
}

const COLLECTIONS: readonly Collection[] = [
  { kind: 'channel', of: ({ channels }) => channels, id: 'id' },
  { kind: 'bot', of: ({ bots }) => bots, id: 'id' },
  { kind: 'stage', of: ({ stages }) => stages, id: 'key' },
  { kind: 'team', of: ({ teams }) => teams, id: 'id' },
];

/** The lists of the admin's, and what they are called in the record. */
const LISTS: Record<keyof HouseLists, string> = { rules: 'rules', targets: 'targets', fields: 'fields', awayReasons: 'away_reasons' };

/** What the desk keeps for itself: nobody has set it. */
const OWN = new Set(['id', 'key', 'version', 'createdAt', 'updatedAt', 'deletedAt', 'state', 'trialSince', 'system']);

/** What was changed of everything that is configuration. */
export function houseActs({ kinds }: Pick<Desk, 'kinds'>, before: House, after: House): Act[] {
  const settings = changesBetween(before.settings, after.settings);
  return [
    ...COLLECTIONS.flatMap((collection) => itemActs(kinds, collection, before, after)),
    ...(Object.keys(LISTS) as (keyof HouseLists)[]).flatMap((name) => listAct(name, before[name], after[name])),
    ...(settings.length > 0
      ? [{ act: 'settings.changed', target: { kind: 'settings', id: 'settings', name: null }, changes: settings }]
      : []),
  ];
}

function itemActs(kinds: Desk['kinds'], { kind, of, id }: Collection, before: House, after: House): Act[] {
  const [was, is] = [byId(of(before), id), byId(of(after), id)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((itemId) => {
    const [old, now] = [was.get(itemId), is.get(itemId)];
    const target = { kind, id: itemId, name: nameOf(now ?? old) };
    if (isGone(now)) return isGone(old) ? [] : [{ act: `${kind}.removed`, target, changes: [] }];
    const changes = hidden(kinds, kind, now ?? {}, changesBetween(given(old), given(now)));
    if (isGone(old)) return [{ act: `${kind}.added`, target, changes }];
    return changes.length > 0 ? [{ act: `${kind}.changed`, target, changes }] : [];
  });
}

const isGone = (item: Item | undefined): boolean => item === undefined || (item.deletedAt ?? null) !== null;

const byId = (items: readonly object[], id: 'id' | 'key'): Map<string, Item> =>
  new Map((items as readonly Item[]).map((item) => [String(item[id]), item]));

const nameOf = (item: Item | undefined): string | null => (typeof item?.name === 'string' ? item.name : null);

const given = (item: Item = {}): Item => Object.fromEntries(Object.entries(item).filter(([field]) => !OWN.has(field)));

/** Of a channel's secrets the record says no more than that they changed; of a network that is not known any more, all are secret. */
function hidden(kinds: Desk['kinds'], kind: string, item: Item, changes: readonly ActChange[]): ActChange[] {
  if (kind !== 'channel') return [...changes];
  const network = kinds.get(String(item.kind));
  const isHidden = (name: string): boolean => name === 'verifyToken' || !network || isSecret(network, name);
  return changes.flatMap((change) => {
    const [field, name = ''] = change.path.split('.');
    if (field === 'previousSecret') return name === 'until' ? [] : [secretChange(field, change.from, change.to)];
    return [field === 'config' && isHidden(name) ? secretChange(change.path, change.from, change.to) : change];
  });
}

/** A list that is kept as a whole: what changed of its items, by their names, and their order. */
function listAct(name: keyof HouseLists, before: readonly object[], after: readonly object[]): Act[] {
  const [was, is] = [named(before as readonly Item[]), named(after as readonly Item[])];
  const common = [...was.keys()].filter((label) => is.has(label));
  const order = changesBetween(
    common,
    [...is.keys()].filter((label) => was.has(label)),
    'order',
  );
  const changes = [...changesBetween(Object.fromEntries(was), Object.fromEntries(is)), ...order];
  return changes.length > 0 ? [{ act: `${LISTS[name]}.changed`, target: { kind: LISTS[name], id: name, name: null }, changes }] : [];
}

const named = (items: readonly Item[]): Map<string, Item> => new Map(items.map((item) => [labelOf(item), given(item)]));

/** Targets have no name: they are known by what they are for. */
function labelOf({ name, key, id, teamId, priority }: Item): string {
  return String(name ?? key ?? id ?? `${teamId ?? 'any team'}, ${priority ?? 'any priority'}`);
}
