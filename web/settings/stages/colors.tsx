import { useId } from 'react';
import { STAGE_COLORS } from '../../../src/domain/stages';
import type { Stage } from '../../api/types';
import { useWords } from '../../words';

export type Color = Stage['color'];

interface Props {
  readonly label: string;
  readonly color: Color;
  readonly onChange: (color: Color) => void;
}

/** The eight colours, each by its swatch and its name. */
export function Colors({ label, color, onChange }: Props) {
  const { colors } = useWords().stages;
  const group = useId();
  return (
    <fieldset className="swatches">
      <legend className="unseen">{label}</legend>
      {STAGE_COLORS.map((name) => (
        <label key={name} className="swatchline">
          <input type="radio" name={group} checked={color === name} onChange={() => onChange(name)} />
          <span className="swatch" data-color={name} />
          {colors[name]}
        </label>
      ))}
    </fieldset>
  );
}
