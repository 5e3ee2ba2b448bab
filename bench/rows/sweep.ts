import type { Bench, Row } from '../bench';
import type { WorkAnswers } from '../children/work';
import { openChild } from '../support/child';
import { type Dialect, openPlace } from '../support/place';

/** Time comes for many tickets at once: all active ones have been quiet for long enough to idle. */
export function sweep(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `sweep-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'what time does to tickets that are due',
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
    await work.ask('seed', { tickets: size.dueTickets, due: true });
    const { swept, seconds } = await work.ask('sweep');
    if (swept !== size.dueTickets) throw new Error(`${size.dueTickets} tickets were due, ${swept} were swept`);
    say(`  ${swept} tickets in ${seconds.toFixed(1)} s`);
    measured(`sweep.${dialect}`, swept / seconds);
    await work.ask('close');
  } finally {
    await work.end();
    await place.remove();
  }
}
