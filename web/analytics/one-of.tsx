import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly onChoose: (value: Value) => void;
  /** Its arrow alone: what is chosen stands beside it. */
  readonly small?: boolean;
}

/** One of few, on a chip that says which. */
export function OneOf<Value extends string>({ label, value, choices, onChoose, small }: Props<Value>) {
  const name = choices.find((one) => one.value === value)?.name;
  return (
    <Menu {...IN_PLACE} position="bottom-start" shadow="lg">
      <Menu.Target>
        <button type="button" className="chip" aria-label={`${label}: ${name}`}>
          {small ? null : <span className="cut">{name}</span>}
          <Icon name="down" size="xs" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            role="menuitemradio"
            aria-checked={choice.value === value}
            rightSection={choice.value === value ? <Icon name="check" size="s" /> : null}
            onClick={() => onChoose(choice.value)}
          >
            {choice.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
