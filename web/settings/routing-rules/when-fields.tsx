import { useId } from 'react';
import { useWorkspace } from '../../api/workspace';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import { ContactFields } from './contact-fields';
import type { When } from './form';
import { ListField } from './list-field';

interface Props {
  readonly when: When;
  readonly onChange: (when: When) => void;
}

/** What a ticket must be like. */
export function WhenFields({ when, onChange }: Props) {
  const { rules: words } = useWords().teams;
  const set = (change: Partial<When>) => onChange({ ...when, ...change });
  return (
    <fieldset className="ruleside">
      <legend className="label">{words.when}</legend>
      <Channels chosen={when.channels ?? []} onChange={(channels) => set({ channels })} />
      <ListField label={words.words} hint={words.wordsHint} values={when.words} onChange={(next) => set({ words: next })} />
      <ListField label={words.languages} hint={words.languagesHint} values={when.languages} onChange={(languages) => set({ languages })} />
      <ContactFields contact={when.contact ?? {}} onChange={(contact) => set({ contact })} />
      <Hours hours={when.hours} onChange={(hours) => set({ hours })} />
    </fieldset>
  );
}

function Channels({ chosen, onChange }: { readonly chosen: readonly string[]; readonly onChange: (ids: string[]) => void }) {
  const { rules: words } = useWords().teams;
  const { channels } = useWorkspace();
  const flip = (id: string, isIn: boolean) => onChange(isIn ? [...chosen, id] : chosen.filter((one) => one !== id));
  if (channels.length === 0) return null;
  return (
    <fieldset>
      <legend className="label">{words.channels}</legend>
      {channels.map(({ id, name }) => (
        <label key={id} className="ticked">
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => flip(id, event.target.checked)} />
          <bdi className="cut">{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

type Span = NonNullable<When['hours']>;

function Hours({ hours, onChange }: { readonly hours: Span | undefined; readonly onChange: (hours: Span | undefined) => void }) {
  const { rules: words } = useWords().teams;
  const id = useId();
  const set = (change: Partial<Span>) => {
    const next = { from: hours?.from ?? '', to: hours?.to ?? '', ...change };
    onChange(next.from === '' && next.to === '' ? undefined : next);
  };
  return (
    <fieldset className="field">
      <legend className="label">{words.hours}</legend>
      <span className="row">
        {(['from', 'to'] as const).map((end) => (
          <input
            key={end}
            className="input time"
            dir="ltr"
            maxLength={5}
            placeholder={end === 'from' ? '22:00' : '06:00'}
            aria-label={words[end]}
            aria-describedby={`${id}-says`}
            value={hours?.[end] ?? ''}
            onChange={(event) => set({ [end]: event.target.value })}
          />
        ))}
      </span>
      <span className="hint" id={`${id}-says`}>
        {words.hoursHint}
      </span>
    </fieldset>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several. */
export function Select({ label, value, choices, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <SelectBox id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </SelectBox>
    </div>
  );
}
