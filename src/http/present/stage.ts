import { STAGE_COLORS } from '../../domain/stages';
import type { Stage } from '../../ports/store';
import type { StageJson } from '../schemas/stage';

export function stageJson({ key, name, color, system }: Stage): StageJson {
  return { key, name, color: STAGE_COLORS.find((known) => known === color) ?? 'ink', system };
}
