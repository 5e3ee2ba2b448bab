import { SelectBox } from '../parts/select-box';
import { useWords } from '../words';
import { ChannelsPick } from './channels-pick';
import type { Draft } from './draft';
import { REPORT_FORMATS, REPORT_TYPES, type ReportFormat, type ReportType } from './report';
import { ZonePick } from './zone-pick';

interface Props {
  readonly draft: Draft;
  /** The id of what is said to be wrong with its days. */
  readonly wrong: string | undefined;
  readonly making: boolean;
  readonly onSet: (next: Partial<Draft>) => void;
}

/** Make … from … to … for … in … as … */
export function MakeSentence({ draft, wrong, making, onSet }: Props) {
  const { make: words, types, formats } = useWords().reports;
  return (
    <div className="mk">
      <span className="slot">
        <span>{words.make}</span>
        <SelectBox aria-label={words.type} value={draft.type} onChange={({ target }) => onSet({ type: target.value as ReportType })}>
          {REPORT_TYPES.map((type) => (
            <option key={type} value={type}>
              {types[type]}
            </option>
          ))}
        </SelectBox>
      </span>
      <DayField word={words.from} label={words.first} value={draft.from} wrong={wrong} onChange={(from) => onSet({ from })} />
      <DayField word={words.to} label={words.last} value={draft.to} wrong={wrong} onChange={(to) => onSet({ to })} />
      <span className="slot">
        <span>{words.for}</span>
        <ChannelsPick kinds={draft.channelKinds} onChange={(channelKinds) => onSet({ channelKinds })} />
      </span>
      <span className="slot">
        <span>{words.in}</span>
        <ZonePick aria-label={words.zone} zone={draft.zone} onChange={(zone) => onSet({ zone })} />
      </span>
      <span className="slot">
        <span>{words.as}</span>
        <SelectBox
          aria-label={words.format}
          value={draft.format}
          onChange={({ target }) => onSet({ format: target.value as ReportFormat })}
        >
          {REPORT_FORMATS.map((format) => (
            <option key={format} value={format}>
              {formats[format]}
            </option>
          ))}
        </SelectBox>
      </span>
      <button type="submit" className="btn go" aria-disabled={making}>
        {making ? words.going : words.go}
      </button>
    </div>
  );
}

interface DayProps {
  readonly word: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onChange: (day: string) => void;
}

function DayField({ word, label, value, wrong, onChange }: DayProps) {
  return (
    <span className="slot">
      <span>{word}</span>
      <input
        type="date"
        className={`input ${wrong ? 'wrong' : ''}`}
        aria-label={label}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong}
        max="9999-12-31"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}
