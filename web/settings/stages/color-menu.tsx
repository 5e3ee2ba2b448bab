import { useState } from 'react';
import { Popover } from '../../parts/popover';
import { type Color, Colors } from './colors';

interface Props {
  readonly label: string;
  readonly color: Color;
  readonly onChange: (color: Color) => void;
}

/** The swatch of a stage; pressed, it shows the others. */
export function ColorMenu({ label, color, onChange }: Props) {
  const [open, show] = useState(false);
  return (
    <Popover opened={open} onChange={show} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className="btn quiet icon small" aria-label={label} aria-expanded={open} onClick={() => show(!open)}>
          <span className="swatch" data-color={color} />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="colormenu">
        <Colors label={label} color={color} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}
