import { CopyButton } from '../copy-line';

interface Props {
  readonly label: string;
  readonly code: string;
}

/** Code to be put elsewhere, whole and wrapped, with a button that copies it. */
export function CodeBlock({ label, code }: Props) {
  return (
    <div className="field">
      <span className="row">
        <span className="label grow">{label}</span>
        <CopyButton what={label} text={code} />
      </span>
      <pre className="code mono" dir="ltr">
        {code}
      </pre>
    </div>
  );
}
