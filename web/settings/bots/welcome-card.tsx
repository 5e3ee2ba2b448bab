import { Field } from '../../parts/field';
import { useWords } from '../../words';
import type { BotForm } from './form';
import { ReplyFields } from './reply-fields';
import { useWrong } from './wrongs';

export interface CardProps {
  readonly form: BotForm;
  readonly onChange: (next: Partial<BotForm>) => void;
}

export function NameCard({ form, onChange }: CardProps) {
  const { bots: words, canned } = useWords();
  const wrong = useWrong('name');
  return (
    <section className="card botcard">
      <Field
        label={words.name}
        dir="auto"
        maxLength={128}
        value={form.name}
        wrong={wrong && form.name.trim() === '' ? canned.required : wrong}
        onChange={(event) => onChange({ name: event.target.value })}
      />
    </section>
  );
}

export function WelcomeCard({ form, onChange }: CardProps) {
  const { bots: words } = useWords();
  return (
    <section className="card botcard">
      <h2>{words.welcome}</h2>
      <p className="soft">{words.welcomeSays}</p>
      <ReplyFields
        path="config.welcome"
        label={words.welcome}
        empty={words.noWelcome}
        reply={form.welcome}
        onChange={(welcome) => onChange({ welcome })}
      />
    </section>
  );
}
