import { useState } from 'react';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { moved } from '../stages/order';
import { newRule, payloadsOf, type RuleForm } from './form';
import { RuleFields } from './rule-fields';
import type { CardProps } from './welcome-card';

/** The rules in order: the first that matches wins. */
export function RulesCard({ form, onChange }: CardProps) {
  const { bots: words } = useWords();
  const { rules } = form;
  const [said, say] = useState('');
  const put = (at: number, rule: RuleForm) => onChange({ rules: rules.map((former, place) => (place === at ? rule : former)) });
  const move = (from: number, to: number) => {
    onChange({ rules: moved(rules, from, to) });
    say(words.movedTo(to + 1, rules.length));
  };
  return (
    <section className="card botcard rulescard">
      <h2>{words.rulesTitle}</h2>
      <p className="soft">{words.rulesSays}</p>
      <p className="unseen" role="status">
        {said}
      </p>
      <datalist id="bot-payloads">
        {payloadsOf(form).map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      <ol>
        {rules.map((rule, at) => (
          <RuleFields
            key={rule.uid}
            rule={rule}
            at={at}
            count={rules.length}
            onChange={(next) => put(at, { ...rule, ...next })}
            onMove={(to) => move(at, to)}
            onRemove={() => onChange({ rules: rules.filter((_, place) => place !== at) })}
          />
        ))}
      </ol>
      <button type="button" className="btn" onClick={() => onChange({ rules: [...rules, newRule()] })}>
        <Icon name="plus" />
        {words.addRule}
      </button>
    </section>
  );
}
