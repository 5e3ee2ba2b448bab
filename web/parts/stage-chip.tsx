import type { Stage } from '../api/types';

/** A label that people choose: square, a swatch, the admin's own word. Its colour comes from `data-color` (marks.css). */
export function StageChip({ stage, big }: { readonly stage: Pick<Stage, 'name' | 'color'>; readonly big?: boolean }) {
  return (
    <span className={`stage ${big ? 'big' : ''}`} data-color={stage.color}>
      <span className="cut" dir="auto" title={stage.name}>
        {stage.name}
      </span>
    </span>
  );
}
