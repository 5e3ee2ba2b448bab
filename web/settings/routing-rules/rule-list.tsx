import { useWords } from '../../words';
import { type RuleForm, shifted, wrongAt } from './form';
import { RuleLine } from './rule-line';

interface Props {
  readonly rules: readonly RuleForm[];
  /** The place of the rule whose form is open. */
  readonly open: string | null;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly onOpen: (place: string | null) => void;
  readonly onChange: (rules: readonly RuleForm[]) => void;
}

/** The rules in the order in which they are asked. */
export function RuleList({ rules, open, errors, onOpen, onChange }: Props) {
  const { rules: words } = useWords().teams;
  return (
    <section className="card rulelist">
      {rules.length === 0 ? <p className="mute none">{words.none}</p> : null}
      <ol>
        {rules.map((rule, at) => (
          <RuleLine
            key={rule.place}
            rule={rule}
            first={at === 0}
            last={at === rules.length - 1}
            open={open === rule.place}
            wrongs={wrongAt(errors, at)}
            onOpen={(isOpen) => onOpen(isOpen ? rule.place : null)}
            onChange={(next) => onChange(rules.map((one) => (one === rule ? next : one)))}
            onMove={(by) => onChange(shifted(rules, at, by))}
            onRemove={() => onChange(rules.filter((one) => one !== rule))}
          />
        ))}
      </ol>
    </section>
  );
}
