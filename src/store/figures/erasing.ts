import { changed, countsOf } from '../../domain/figures/counts';
import type { TicketFigures } from '../../domain/figures/kept';
import { dayOf } from '../../domain/figures/packing';
import { decode, selected } from '../rows';
import { FIGURE_COUNTS, FOLDED, TICKET_FIGURES } from '../schema';
import { among, type Work } from '../work';
import { holdFolded } from './folding';
import { dropPacked, dropPackedOf } from './packed';

interface Erased {
  readonly chatIds: readonly string[];
  readonly ticketIds: readonly string[];
}

/** What is kept of tickets goes with them, out of the counts too: as if they had never been. */
export async function eraseFigures(work: Work, { chatIds, ticketIds }: Erased): Promise<void> {
  const folded = await holdFolded(work);
  const gone = ticketIds.length === 0 ? [] : await figuresOf(work, ticketIds);
  await takeFromCounts(work, gone);
  const traces = await remove(work, 'traces where batch is not null and ticketId', ticketIds);
  await remove(work, 'traces where ticketId', ticketIds);
  await remove(work, 'traces where batch is null and chatId', chatIds);
  await dropPackedOf(work, ticketIds);
  await dropTalksOf(work, chatIds);
  await remove(work, 'figure_facts where ticketId', ticketIds);
  await remove(work, 'ticket_figures where ticketId', ticketIds);
  await remove(work, 'bot_talks where chatId', chatIds);
  const dropped = gone.length > 0 && (await dropSnapshots(work, Math.min(...gone.map(({ createdAt }) => createdAt))));
  // A fold that has read what is gone now begins again.
  const next = { ...folded, batch: folded.batch + 1, traces: folded.traces - traces };
  await work.bulk.update(FOLDED, [dropped ? { ...next, sinceSnapshot: next.traces } : next]);
}

/** What was counted of channels that are gone. */
export async function eraseChannelFigures(work: Work, channelIds: readonly string[]): Promise<void> {
  const folded = await holdFolded(work);
  await work.query("delete from packed_days where `of` = 'messages'");
  // Who has read them to pack them begins again.
  await work.bulk.update(FOLDED, [{ ...folded, batch: folded.batch + 1 }]);
  await remove(work, 'message_counts where channelId', channelIds);
  await remove(work, 'figure_counts where channelId', channelIds);
  await remove(work, "former_values where `of` = 'channel' and id", channelIds);
}

/** What people were called who are gone. */
export const eraseFormerPeople = (work: Work, contactIds: readonly string[]): Promise<number> =>
  remove(work, "former_values where `of` = 'contact' and id", contactIds);

async function figuresOf({ query, dialect }: Work, ticketIds: readonly string[]): Promise<TicketFigures[]> {
  const those = among(dialect, ticketIds);
  const { rows } = await query(`select ${selected(TICKET_FIGURES, 'f')} from ticket_figures f where f.ticketId ${those.sql}`, [
    those.value,
  ]);
  return rows.map((row) => decode(TICKET_FIGURES, row));
}

async function takeFromCounts({ query, dialect, bulk }: Work, gone: readonly TicketFigures[]): Promise<void> {
  const changes = countsOf(gone, -1);
  if (changes.length === 0) return;
  const those = among(
    dialect,
    changes.map(({ id }) => id),
  );
  const { rows } = await query(`select ${selected(FIGURE_COUNTS, 'c')} from figure_counts c where c.id ${those.sql}`, [those.value]);
  await bulk.upsert(
    FIGURE_COUNTS,
    changed(
      rows.map((row) => decode(FIGURE_COUNTS, row)),
      changes,
    ),
  );
  await query('delete from figure_counts where tickets = 0');
}

/** Packed days of their talks with the bot. */
async function dropTalksOf(work: Work, chatIds: readonly string[]): Promise<void> {
  if (chatIds.length === 0) return;
  const those = among(work.dialect, chatIds);
  const { rows } = await work.query(`select startedAt from bot_talks where chatId ${those.sql}`, [those.value]);
  await dropPacked(
    work,
    rows.map(({ startedAt }) => ({ of: 'talks', day: dayOf(startedAt as number) })),
  );
}

async function remove({ query, dialect }: Work, sql: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const those = among(dialect, ids);
  return (await query(`delete from ${sql} ${those.sql}`, [those.value])).affected;
}

/** Snapshots name their tickets: those of a time in which these were there are worked out from traces again. */
async function dropSnapshots({ query }: Work, from: number): Promise<boolean> {
  const { affected } = await query('delete from snapshots where at >= ?', [from]);
  await query('delete from snapshot_parts where at >= ?', [from]);
  return affected > 0;
}
