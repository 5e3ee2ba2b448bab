import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { Disconnect } from './disconnect';

/** What is done seldom. */
export function ChannelMenu({ channel }: { readonly channel: Channel }) {
  const { page } = useWords().channels;
  const [asking, ask] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={260} trapFocus={false}>
        <Menu.Target>
          <button type="button" className="btn icon" aria-label={page.more} title={page.more}>
            <Icon name="more" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="bin" />} disabled={channel.trial} onClick={() => ask(true)}>
            {page.disconnect}
            {channel.trial ? <span className="sm mute block">{page.inTrial}</span> : null}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking ? <Disconnect channel={channel} onClose={() => ask(false)} /> : null}
    </>
  );
}
