import type { SelectHTMLAttributes } from 'react';
import { Icon } from './icon';

/** The browser's own select, with our arrow. */
export function SelectBox({ className = '', ...select }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className={`pick ${className}`}>
      <select {...select} className="input" />
      <Icon name="down" size="s" />
    </span>
  );
}
