import { useWorkspace } from '../api/workspace';
import { ChannelMark } from '../parts/channel-mark';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useLanguage } from '../words';
import { flipped } from './draft';
import { useSaid } from './use-said';

interface Props {
  readonly kinds: readonly string[] | null;
  readonly onChange: (kinds: readonly string[] | null) => void;
}

/** The networks that this desk has channels of, by their names; and those that are chosen. */
export function useKinds(chosen: readonly string[] | null): readonly { readonly kind: string; readonly name: string }[] {
  const { language, words } = useLanguage();
  const { channels } = useWorkspace();
  return [...new Set([...channels.map(({ kind }) => kind), ...(chosen ?? [])])]
    .map((kind) => ({ kind, name: words.common.networks[kind] ?? kind }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** All channels, or those of some networks. */
export function ChannelsPick({ kinds, onChange }: Props) {
  const { make: words, allChannels } = useLanguage().words.reports;
  const said = useSaid();
  const choices = useKinds(kinds);
  const says = kinds ? said.channels(kinds) : words.allChannels;
  const tick = (on: boolean) => (on ? <Icon name="check" size="s" /> : null);
  return (
    <Menu {...IN_PLACE} position="bottom-start" closeOnItemClick={false} shadow="lg">
      <Menu.Target>
        <button type="button" className="input pickbutton" aria-label={`${words.channels}: ${says}`} title={kinds ? says : undefined}>
          <span className="cut">{says}</span>
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item role="menuitemcheckbox" aria-checked={kinds === null} rightSection={tick(kinds === null)} onClick={() => onChange(null)}>
          {allChannels}
        </Menu.Item>
        <Menu.Divider />
        {choices.map(({ kind, name }) => {
          const on = kinds?.includes(kind) ?? false;
          return (
            <Menu.Item
              key={kind}
              role="menuitemcheckbox"
              aria-checked={on}
              leftSection={<ChannelMark kind={kind} flat />}
              rightSection={tick(on)}
              onClick={() => onChange(flipped(kinds, kind))}
            >
              {name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
