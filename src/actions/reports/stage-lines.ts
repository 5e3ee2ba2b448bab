import { STAGE_COLUMNS, type StageLine } from '../../domain/figures/columns';
import { seconds } from '../../domain/figures/durations';
import { type Values, values } from '../../domain/figures/gathered-values';
import { namesOf } from './names';
import type { Begun, Counted, Maker, Source } from './source';
import { stagesUntil, ticketSlices } from './ticket-lines';

/** The stages that the period knows, by the tickets that were created in it. */
export async function stageSource(desk: Maker, report: Begun, counted: Counted): Promise<Source<StageLine>> {
  return { columns: STAGE_COLUMNS, slices: lines(desk, report, counted) };
}

async function* lines(desk: Maker, report: Begun, counted: Counted): AsyncGenerator<readonly StageLine[]> {
  const names = await namesOf(desk, report);
  const stages = new Map(report.position.stages.map(({ key, name }) => [key, { name, now: 0, spent: values() }]));
  for await (const slice of ticketSlices(desk, report, counted))
    for (const { figures } of slice) {
      const stands = stages.get(names.isStage(figures.stage) ? figures.stage : 'open');
      if (stands) stands.now++;
      for (const [key, ms] of Object.entries(stagesUntil(figures, report.at))) spend(stages.get(key)?.spent, ms);
    }
  yield [...stages].map(([key, { spent, ...stage }]) => ({ key, ...stage, spent: spent.durations() }));
}

const spend = (spent: Values | undefined, ms: number): void => spent?.add(seconds(ms));
