import { Field } from '../../parts/field';
import { useWords } from '../../words';
import type { RuleForm } from './form';
import { useWrong } from './wrongs';

interface Props {
  readonly kind: 'keywords' | 'pattern' | 'payload';
  readonly rule: RuleForm;
  readonly path: string;
  readonly onChange: (next: Partial<RuleForm>) => void;
}

/** The words, the pattern or the button that a rule waits for. */
export function WhenField({ kind, rule, path, onChange }: Props) {
  const { bots: words, canned } = useWords();
  const wrong = useWrong(path);
  return (
    <Field
      label={words[kind]}
      hint={words[`${kind}Hint`]}
      dir="auto"
      spellCheck={false}
      autoComplete="off"
      value={rule[kind]}
      wrong={wrong && rule[kind].trim() === '' ? canned.required : wrong}
      {...(kind === 'payload' ? { list: 'bot-payloads' } : {})}
      onChange={(event) => onChange({ [kind]: event.target.value })}
    />
  );
}
