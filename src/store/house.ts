import type { Bot } from '../domain/bot';
import { DEFAULT_SETTINGS, withSettings } from '../domain/settings';
import type { Team } from '../domain/team';
import { BeginAgain, type Channel, type House, type HouseLists, type Stage, type Tx } from '../ports/store';
import type { Query } from './database';
import { decode, encode, quoted, selected, written } from './rows';
import { BOTS, CHANNELS, HOUSE_LISTS, SETTINGS, STAGES, TEAMS } from './schema';
import { remember, type Work } from './work';

const NO_LISTS: HouseLists = { rules: [], targets: [], fields: [], awayReasons: [] };

/** The version is read first: what changes meanwhile leaves it too old, and a too old house is read again. */
export async function readHouse(query: Query): Promise<House> {
  const settings = (await query(`select ${selected(SETTINGS, 's')} from settings s`)).rows.map((row) => decode(SETTINGS, row))[0];
  if (!settings) throw new Error('the settings row is missing: the database was not migrated');
  const channels = await query(`select ${selected(CHANNELS, 'c')} from channels c order by c.id`);
  const stages = await query(`select ${selected(STAGES, 's')} from stages s order by s.position, s.\`key\``);
  const bots = await query(`select ${selected(BOTS, 'b')} from bots b order by b.id`);
  const teams = await query(`select ${selected(TEAMS, 't')} from teams t order by t.id`);
  const lists = await query(`select ${selected(HOUSE_LISTS, 'l')} from house_lists l`);
  return {
    version: settings.version,
    policyVersion: settings.policyVersion ?? settings.version,
    settings: withSettings(DEFAULT_SETTINGS, settings.settings as House['settings']),
    channels: channels.rows.map((row) => decode(CHANNELS, row)),
    stages: stages.rows.map((row) => decode(STAGES, row)),
    bots: bots.rows.map((row) => decode(BOTS, row)),
    teams: teams.rows.map((row) => decode(TEAMS, row)),
    ...NO_LISTS,
    ...Object.fromEntries(lists.rows.map((row) => decode(HOUSE_LISTS, row)).map(({ name, items }) => [name, items])),
  };
}

export const readHouseVersion = async (query: Query): Promise<number> =>
  (await query('select version from settings')).rows[0]?.version as number;

type HouseTx = Pick<
  Tx,
  | 'house'
  | 'houseVersion'
  | 'saveSettings'
  | 'addChannel'
  | 'saveChannel'
  | 'addBot'
  | 'saveBot'
  | 'addStage'
  | 'saveStage'
  | 'addTeam'
  | 'saveTeam'
  | 'saveList'
>;

/** Configuration in a transaction: whoever changes it moves its version first, so changes come one after the other. */
export function houseIn(work: Work): HouseTx {
  const { query } = work;
  return {
    async house() {
      const house = await readHouse(query);
      remember(work, 'settings', [{ id: 'desk', version: house.version }]);
      remember(work, 'channels', house.channels);
      remember(work, 'bots', house.bots);
      remember(work, 'teams', house.teams);
      return house;
    },
    houseVersion: () => readHouseVersion(query),

    async saveSettings(settings) {
      await moveVersion(work);
      await movePolicy(work);
      await query('update settings set settings = ?', [JSON.stringify(settings)]);
    },
    async addChannel(channel) {
      await moveVersion(work);
      await work.bulk.insert(CHANNELS, [channel]);
    },
    async saveChannel(channel, { policy = false } = {}) {
      await moveVersion(work);
      if (policy) await movePolicy(work);
      await saveChannel(work, channel);
    },
    async addBot(bot) {
      await moveVersion(work);
      await work.bulk.insert(BOTS, [bot]);
    },
    async saveBot(bot) {
      await moveVersion(work);
      await work.bulk.update<Bot>(BOTS, [bot]);
    },
    async addTeam(team) {
      await moveVersion(work);
      await work.bulk.insert(TEAMS, [team]);
    },
    async saveTeam(team, { policy = false } = {}) {
      await moveVersion(work);
      if (policy) await movePolicy(work);
      await work.bulk.update<Team>(TEAMS, [team]);
    },
    async saveList(name, items) {
      await moveVersion(work);
      if (name === 'targets') await movePolicy(work);
      await work.bulk.upsert(HOUSE_LISTS, [{ name, items }]);
    },
    async addStage(stage) {
      await moveVersion(work);
      await work.bulk.insert(STAGES, [stage]);
    },
    async saveStage(stage) {
      await moveVersion(work);
      await work.bulk.update<Stage>(STAGES, [stage]);
    },
  };
}

/** Fails as stale when the house has changed since this transaction read it. */
export async function moveVersion(work: Work): Promise<void> {
  work.house.moved = true;
  const read = work.versions.get('settings:desk');
  const { affected } =
    read === undefined
      ? await work.query('update settings set version = version + 1')
      : await work.query('update settings set version = version + 1 where version = ?', [read]);
  if (affected === 0) throw new BeginAgain('the configuration was changed meanwhile');
  if (read !== undefined) work.versions.set('settings:desk', read + 1);
}

/** The times of open tickets hang on what changes: they are computed anew. */
const movePolicy = ({ query }: Work) => query('update settings set policyVersion = version');

async function saveChannel({ query, versions }: Work, channel: Channel): Promise<void> {
  const version = versions.get(`channels:${channel.id}`) ?? channel.version;
  const set = written(CHANNELS).map((column) => `${quoted([column])} = ?`);
  const values = encode(CHANNELS, { ...channel, version: version + 1 });
  await query(`update channels set ${set.join(', ')} where id = ?`, [...values, channel.id]);
}
