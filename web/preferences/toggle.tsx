interface Props {
  readonly on: boolean;
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ on, labelledBy, describedBy, disabled, onChange }: Props) {
  return (
    <button
      type="button"
      role="switch"
      className="toggle"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span className={`switch ${on ? 'on' : ''}`} aria-hidden="true" />
    </button>
  );
}
