import type { Media, MediaReads, MediaTx } from '../ports/store';
import type { Database } from './database';
import { decode, type Row, selected } from './rows';
import { MEDIA } from './schema';
import { among, type Work } from './work';

const ROWS = `select ${selected(MEDIA, 'd')} from media d`;

export function mediaReads({ query }: Database): MediaReads {
  return {
    async media(id) {
      const { rows } = await query(`${ROWS} where d.id = ?`, [id]);
      return rows[0] ? decode(MEDIA, rows[0]) : null;
    },
  };
}

/** Files as rows; the bytes lie elsewhere. */
export function mediaIn(work: Work): MediaTx {
  const { query, bulk, dialect, lock } = work;
  const found = async (where: string, values: readonly unknown[]): Promise<Media[]> =>
    (await query(`${ROWS} where ${where}${lock}`, values)).rows.map((row: Row) => decode(MEDIA, row));

  return {
    async media(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      return found(`d.id ${those.sql} order by d.id`, [those.value]);
    },
    addMedia: (media) => bulk.insert(MEDIA, media),
    saveMedia: (media) => bulk.update(MEDIA, media),

    async hashesInUse(hashes) {
      if (hashes.length === 0) return new Set();
      const those = among(dialect, hashes);
      const { rows } = await query(
        `select hash as address from media where hash ${those.sql} and state <> 'gone'
         union select preview from media where preview ${those.sql} and state <> 'gone'`,
        [those.value, those.value],
      );
      return new Set(rows.map(({ address }) => address as string));
    },

    async removeLoose(before, limit) {
      const loose = await found("d.state = 'ready' and d.messageId is null and d.createdAt < ? order by d.createdAt limit ?", [
        before,
        limit,
      ]);
      await remove(work, loose);
      return loose;
    },

    async goneWith(messageIds) {
      if (messageIds.length === 0) return [];
      const those = among(dialect, messageIds);
      return found(`d.messageId ${those.sql} and d.state = 'gone' order by d.id`, [those.value]);
    },
  };
}

/** Marks the files of these messages as gone with them: an errand takes the bytes away. */
export async function loseMedia({ dialect, query }: Work, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const those = among(dialect, messageIds);
  await query(`update media set state = 'gone' where messageId ${those.sql}`, [those.value]);
}

/** Deletes what belongs to these chats, and answers under which addresses its bytes may lie. */
export async function eraseMedia({ dialect, query }: Work, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const those = among(dialect, ids);
  const { rows } = await query(`select hash, preview from media where chatId ${those.sql}`, [those.value]);
  await query(`delete from media where chatId ${those.sql}`, [those.value]);
  return [...new Set(rows.flatMap(({ hash, preview }) => [hash, preview]).filter((one) => one !== null))] as string[];
}

async function remove({ dialect, query }: Work, media: readonly Media[]): Promise<void> {
  if (media.length === 0) return;
  const those = among(
    dialect,
    media.map(({ id }) => id),
  );
  await query(`delete from media where id ${those.sql}`, [those.value]);
}
