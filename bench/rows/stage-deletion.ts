import type { Bench, Row } from '../bench';
import type { WorkAnswers } from '../children/work';
import { openChild } from '../support/child';
import { median, percentile } from '../support/numbers';
import { type Dialect, openPlace } from '../support/place';

const STAGE = 'waiting';

/** A stage with very many tickets is deleted while others work. */
export function stageDeletion(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `stage-deletion-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'what others wait for while a deleted stage is emptied',
    ...(mariadb ? { needs: 'mariadb' as const } : {}),
    run: (bench) => measure(bench, dialect),
  };
}

async function measure({ size, mariadb, measured, say }: Bench, dialect: Dialect): Promise<void> {
  const place = await openPlace(dialect === 'mysql' ? mariadb : null);
  const work = openChild<WorkAnswers>('work');
  try {
    await work.ask('open', place.env);
    await work.ask('furnish');
    await work.ask('addStage', 'Waiting');
    await work.ask('seed', { tickets: size.dueTickets, due: true, stage: STAGE });
    const { tickets, answered, moved, writes, reads } = await work.ask('deleteStage', STAGE);
    if (tickets !== size.dueTickets) throw new Error(`${size.dueTickets} tickets were in the stage, ${tickets} count as Open`);
    say(`  ${tickets} tickets in ${(moved / 1000).toFixed(1)} s; ${writes.length} writes and ${reads.length} reads of others`);
    measured(`deletion.${dialect}`, tickets / (moved / 1000));
    measured(`deletion.${dialect}.answer`, answered);
    measured(`deletion.${dialect}.writes.p50`, median(writes));
    measured(`deletion.${dialect}.writes.p99`, percentile(writes, 0.99));
    measured(`deletion.${dialect}.writes.worst`, Math.max(...writes));
    measured(`deletion.${dialect}.reads.worst`, Math.max(...reads));
    await work.ask('close');
  } finally {
    await work.end();
    await place.remove();
  }
}
