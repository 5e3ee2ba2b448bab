import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useWorkspace } from '../../api/workspace';
import { Field } from '../../parts/field';
import { Icon } from '../../parts/icon';
import { WrongText } from '../../parts/wrong-text';
import { useLanguage, useWords } from '../../words';
import { fieldsQuery } from '../fields/query';
import { Switch } from '../switch';
import type { RuleForm } from './form';
import { sentenceOf } from './sentence';
import { ThenFields } from './then-fields';
import { WhenFields } from './when-fields';

interface Props {
  readonly rule: RuleForm;
  readonly first: boolean;
  readonly last: boolean;
  readonly open: boolean;
  readonly wrongs: readonly string[];
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (rule: RuleForm) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One rule: whether it is on, what it says, its place; opened, the form of it. */
export function RuleLine({ rule, first, last, open, wrongs, onOpen, onChange, onMove, onRemove }: Props) {
  const { rules: words } = useWords().teams;
  const said = useSentence(rule);
  const id = useId();
  const { name } = rule;
  return (
    <li className={`ruleline ${rule.on ? '' : 'off'}`}>
      <div className="rulehead">
        <Switch on={rule.on} label={words.onOf(name)} describedBy={id} onChange={(on) => onChange({ ...rule, on })} />
        <button type="button" className="rulename grow" aria-expanded={open} onClick={() => onOpen(!open)}>
          <b className="block">
            <bdi>{name}</bdi>
          </b>
          <span className="hint block" id={id}>
            <bdi>
              {said.when} → {said.then}
            </bdi>
          </span>
        </button>
        <button type="button" className="btn quiet icon small" aria-label={words.up(name)} disabled={first} onClick={() => onMove(-1)}>
          <Icon name="up" />
        </button>
        <button type="button" className="btn quiet icon small" aria-label={words.down(name)} disabled={last} onClick={() => onMove(1)}>
          <Icon name="down" />
        </button>
        <button type="button" className="btn quiet icon small" aria-label={words.removeOf(name)} onClick={onRemove}>
          <Icon name="bin" />
        </button>
      </div>
      {wrongs.length > 0 ? <WrongText says={`${words.wrong}: ${wrongs.join('; ')}`} /> : null}
      {open ? <Opened rule={rule} onChange={onChange} onDone={() => onOpen(false)} /> : null}
    </li>
  );
}

interface OpenedProps extends Pick<Props, 'rule' | 'onChange'> {
  readonly onDone: () => void;
}

function Opened({ rule, onChange, onDone }: OpenedProps) {
  const { rules: words } = useWords().teams;
  return (
    <div className="ruleform">
      <Field
        label={words.name}
        dir="auto"
        maxLength={64}
        required
        value={rule.name}
        onChange={(event) => onChange({ ...rule, name: event.target.value })}
      />
      <div className="rulesides">
        <WhenFields when={rule.when} onChange={(when) => onChange({ ...rule, when })} />
        <ThenFields then={rule.then} onChange={(then) => onChange({ ...rule, then })} />
      </div>
      <button type="button" className="btn" onClick={onDone}>
        {words.fold}
      </button>
    </div>
  );
}

function useSentence(rule: RuleForm) {
  const { words, language } = useLanguage();
  const { channels, teams } = useWorkspace();
  const { data: fields = [] } = useQuery(fieldsQuery);
  return sentenceOf(rule, { words, language, channels, teams, fields });
}
