import type { ReactNode } from 'react';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';

interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  /** As the chip says it. */
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
  /** With an arrow that says it opens. */
  readonly arrow?: boolean;
}

/** One filter: a chip that says what it lets through, and a menu to choose. */
export function FilterMenu({ label, choices, chosen, onChoose, arrow }: Props) {
  const { inbox } = useWords();
  const first = choices.find(({ value }) => chosen.includes(value))?.name ?? chosen[0];
  const says = first === undefined ? label : chosen.length === 1 ? first : inbox.several(first, chosen.length - 1);
  const flip = (value: string) => onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Menu {...IN_PLACE} position="bottom-start" closeOnItemClick={false} shadow="lg">
      <Menu.Target>
        <button
          type="button"
          className={`chip ${chosen.length > 0 ? 'on' : ''}`}
          aria-label={`${label}: ${first === undefined ? inbox.all : says}`}
        >
          <bdi className="cut">{says}</bdi>
          {arrow ? <Icon name="down" size="xs" /> : null}
        </button>
      </Menu.Target>
      <Menu.Dropdown className="choices">
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(choice.value)}
            rightSection={chosen.includes(choice.value) ? <Icon name="check" size="s" /> : null}
            onClick={() => flip(choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
        {chosen.length > 0 ? (
          <>
            <Menu.Divider />
            <Menu.Item closeMenuOnClick onClick={() => onChoose([])}>
              {inbox.clear}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
