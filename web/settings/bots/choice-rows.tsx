import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { retitled } from './form';

interface Choice {
  readonly id: string;
  readonly title: string;
}

interface Props<One extends Choice> {
  readonly choices: readonly One[];
  readonly words: {
    readonly title: (place: number) => string;
    readonly id: (place: number) => string;
    readonly remove: (place: number) => string;
    readonly add: string;
  };
  readonly most: number;
  readonly onChange: (choices: One[]) => void;
}

/** Titles that can be tapped, each with the id that a rule waits for. */
export function ChoiceRows<One extends Choice>({ choices, words, most, onChange }: Props<One>) {
  const { bots } = useWords();
  const put = (at: number, choice: One) => onChange(choices.map((former, place) => (place === at ? choice : former)));
  return (
    <div className="choicerows">
      {choices.map((choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice may have no title and no id yet
        <div key={at} className="row">
          <input
            className="input grow"
            dir="auto"
            maxLength={256}
            aria-label={words.title(at + 1)}
            placeholder={words.title(at + 1)}
            value={choice.title}
            onChange={(event) => put(at, retitled(choice, event.target.value))}
          />
          <input
            className="input mono choiceid"
            maxLength={256}
            aria-label={words.id(at + 1)}
            placeholder={bots.id}
            value={choice.id}
            onChange={(event) => put(at, { ...choice, id: event.target.value })}
          />
          <button
            type="button"
            className="btn quiet icon small"
            aria-label={words.remove(at + 1)}
            disabled={choices.length === 1}
            onClick={() => onChange(choices.filter((_, place) => place !== at))}
          >
            <Icon name="minus" size="s" />
          </button>
        </div>
      ))}
      {choices.length < most ? (
        <button type="button" className="btn small" onClick={() => onChange([...choices, { id: '', title: '' } as One])}>
          <Icon name="plus" size="s" />
          {words.add}
        </button>
      ) : null}
    </div>
  );
}
