import { Field } from '../../parts/field';
import { useWords } from '../../words';
import { Switch } from '../switch';
import { ReplyFields } from './reply-fields';
import type { CardProps } from './welcome-card';
import { useWrong } from './wrongs';

/** What the bot does with what no rule matches. */
export function FallbackCard({ form: { fallback }, onChange }: CardProps) {
  const { bots: words } = useWords();
  const wrong = useWrong('config.fallback.handoffAfter');
  const turn = (on: boolean) => onChange({ fallback: on ? { reply: [{ type: 'text', text: '' }], handoffAfter: '3' } : null });
  return (
    <section className="card botcard">
      <div className="row">
        <Switch on={fallback !== null} label={words.fallback} describedBy="fallback-says" onChange={turn} />
        <h2>{words.fallback}</h2>
      </div>
      <p className="soft" id="fallback-says">
        {fallback ? words.fallbackOn.replace(/:$/, '.') : words.fallbackOff}
      </p>
      {fallback ? (
        <>
          <ReplyFields
            path="config.fallback.reply"
            label={words.fallback}
            empty={words.silentFallback}
            reply={fallback.reply}
            onChange={(reply) => onChange({ fallback: { ...fallback, reply } })}
          />
          <Field
            label={words.handoffAfter}
            hint={words.handoffHint}
            inputMode="numeric"
            maxLength={3}
            value={fallback.handoffAfter}
            wrong={wrong ? words.handoffWrong : undefined}
            onChange={(event) => onChange({ fallback: { ...fallback, handoffAfter: event.target.value } })}
          />
        </>
      ) : null}
    </section>
  );
}
