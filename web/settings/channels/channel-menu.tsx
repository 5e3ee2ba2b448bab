import { useState } from 'react';
import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { IN_PLACE, Menu } from '../../parts/menu';
import { useWords } from '../../words';
import { Disconnect } from './disconnect';

/** What is done seldom. A channel of the trial goes with the trial. */
export function ChannelMenu({ channel }: { readonly channel: Channel }) {
  const { page } = useWords().channels;
  const [asking, ask] = useState(false);
  if (channel.trial) return null;
  return (
    <>
      <Menu {...IN_PLACE} position="bottom-end" width={260}>
        <Menu.Target>
          <button type="button" className="btn icon" aria-label={page.more} title={page.more}>
            <Icon name="more" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="bin" />} onClick={() => ask(true)}>
            {page.disconnect}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking ? <Disconnect channel={channel} onClose={() => ask(false)} /> : null}
    </>
  );
}
