import type { Bot } from '../domain/bot';
import { BeginAgain, type Channel, type House, type Stage, type Tx } from '../ports/store';
import type { Query } from './database';
import { decode, encode, quoted, selected, written } from './rows';
import { BOTS, CHANNELS, SETTINGS, STAGES } from './schema';
import { remember, type Work } from './work';

/** The version is read first: what changes meanwhile leaves it too old, and a too old house is read again. */
export async function readHouse(query: Query): Promise<House> {
  const settings = (await query(`select ${selected(SETTINGS, 's')} from settings s`)).rows.map((row) => decode(SETTINGS, row))[0];
  if (!settings) throw new Error('the settings row is missing: the database was not migrated');
  const channels = await query(`select ${selected(CHANNELS, 'c')} from channels c order by c.id`);
  const stages = await query(`select ${selected(STAGES, 's')} from stages s order by s.position, s.\`key\``);
  const bots = await query(`select ${selected(BOTS, 'b')} from bots b order by b.id`);
  return {
    version: settings.version,
    settings: settings.settings as House['settings'],
    channels: channels.rows.map((row) => decode(CHANNELS, row)),
    stages: stages.rows.map((row) => decode(STAGES, row)),
    bots: bots.rows.map((row) => decode(BOTS, row)),
  };
}

export const readHouseVersion = async (query: Query): Promise<number> =>
  (await query('select version from settings')).rows[0]?.version as number;

type HouseTx = Pick<
  Tx,
  'house' | 'houseVersion' | 'saveSettings' | 'addChannel' | 'saveChannel' | 'addBot' | 'saveBot' | 'addStage' | 'saveStage' | 'removeStage'
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
      return house;
    },
    houseVersion: () => readHouseVersion(query),

    async saveSettings(settings) {
      await moveVersion(work);
      await query('update settings set settings = ?', [JSON.stringify(settings)]);
    },
    async addChannel(channel) {
      await moveVersion(work);
      await work.bulk.insert(CHANNELS, [channel]);
    },
    async saveChannel(channel) {
      await moveVersion(work);
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
    async addStage(stage) {
      await moveVersion(work);
      await work.bulk.insert(STAGES, [stage]);
    },
    async saveStage(stage) {
      await moveVersion(work);
      await work.bulk.update<Stage>(STAGES, [stage]);
    },
    async removeStage(key) {
      await moveVersion(work);
      await query('delete from stages where `key` = ?', [key]);
    },
  };
}

/** Fails as stale when the house has changed since this transaction read it. */
export async function moveVersion(work: Work): Promise<void> {
  const read = work.versions.get('settings:desk');
  const { affected } =
    read === undefined
      ? await work.query('update settings set version = version + 1')
      : await work.query('update settings set version = version + 1 where version = ?', [read]);
  if (affected === 0) throw new BeginAgain('the configuration was changed meanwhile');
  if (read !== undefined) work.versions.set('settings:desk', read + 1);
}

async function saveChannel({ query, versions }: Work, channel: Channel): Promise<void> {
  const version = versions.get(`channels:${channel.id}`) ?? channel.version;
  const set = written(CHANNELS).map((column) => `${quoted([column])} = ?`);
  const values = encode(CHANNELS, { ...channel, version: version + 1 });
  await query(`update channels set ${set.join(', ')} where id = ?`, [...values, channel.id]);
}
