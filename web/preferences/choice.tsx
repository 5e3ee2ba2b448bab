interface Props<Value extends string> {
  /** The id of what names the group. */
  readonly labelledBy: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of few: all of them in sight. */
export function Choice<Value extends string>({ labelledBy, name, options, value, onChoose }: Props<Value>) {
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="choicelist">
      {options.map((option) => (
        <label key={option.value} className="ticked">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span>
            <span className="block">{option.label}</span>
            {option.hint ? <span className="hint">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}
