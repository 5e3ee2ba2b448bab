import { useId } from 'react';
import { Icon } from '../../parts/icon';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import type { RuleForm, WhenKind } from './form';
import { HandoffTeam } from './handoff-team';
import { ReplyFields } from './reply-fields';
import { WhenField } from './when-field';

interface Props {
  readonly rule: RuleForm;
  readonly at: number;
  readonly count: number;
  readonly onChange: (next: Partial<RuleForm>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

const KINDS: readonly WhenKind[] = ['keywords', 'pattern', 'payload', 'any'];
const THENS = ['stay', 'handoff'] as const;

/** One rule, read as a sentence: when, the bot answers, then. */
export function RuleFields({ rule, at, count, onChange, onMove, onRemove }: Props) {
  const { bots: words } = useWords();
  const id = useId();
  const path = `config.rules.${at}`;
  return (
    <li className="rulebox">
      <RuleHead at={at} count={count} onMove={onMove} onRemove={onRemove} />
      <div className="field">
        <label htmlFor={`${id}-when`}>{words.when}</label>
        <SelectBox id={`${id}-when`} value={rule.kind} onChange={(event) => onChange({ kind: event.target.value as WhenKind })}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.whens[kind]}
            </option>
          ))}
        </SelectBox>
      </div>
      {rule.kind === 'any' ? null : <WhenField kind={rule.kind} rule={rule} path={`${path}.when`} onChange={onChange} />}
      <div className="field">
        <span className="label">{words.reply}</span>
        <ReplyFields
          path={`${path}.reply`}
          label={words.reply}
          empty={words.silent}
          reply={rule.reply}
          onChange={(reply) => onChange({ reply })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-then`}>{words.then}</label>
        <SelectBox id={`${id}-then`} value={rule.then} onChange={(event) => onChange({ then: event.target.value as RuleForm['then'] })}>
          {THENS.map((then) => (
            <option key={then} value={then}>
              {words.thens[then]}
            </option>
          ))}
        </SelectBox>
      </div>
      {rule.then === 'handoff' ? <HandoffTeam teamId={rule.teamId} onChange={(teamId) => onChange({ teamId })} /> : null}
    </li>
  );
}

function RuleHead({ at, count, onMove, onRemove }: Pick<Props, 'at' | 'count' | 'onMove' | 'onRemove'>) {
  const { bots: words } = useWords();
  return (
    <div className="row rulehead">
      <h3 className="grow">{words.rule(at + 1)}</h3>
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={words.up(at + 1)}
        disabled={at === 0}
        onClick={() => onMove(at - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={words.down(at + 1)}
        disabled={at === count - 1}
        onClick={() => onMove(at + 1)}
      >
        <Icon name="down" />
      </button>
      <button type="button" className="btn quiet icon small" aria-label={words.removeRule(at + 1)} onClick={onRemove}>
        <Icon name="bin" />
      </button>
    </div>
  );
}
