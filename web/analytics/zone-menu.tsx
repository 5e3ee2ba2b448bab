import { useState } from 'react';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { cityIn } from '../preferences/zones';
import { useWords, useZone } from '../words';
import { OtherZone } from './other-zone';
import type { useFiguresSearch } from './use-figures-search';

/** By whose clock days begin and end: always named. */
export function ZoneMenu({ figures }: { readonly figures: ReturnType<typeof useFiguresSearch> }) {
  const { analytics } = useWords();
  const words = analytics.zone;
  const own = useZone();
  const [other, setOther] = useState(false);
  const { asked, deskZone, change } = figures;
  const choices = [
    { zone: deskZone, name: words.desk(cityIn(deskZone)) },
    ...(own === deskZone ? [] : [{ zone: own, name: words.mine(cityIn(own)) }]),
  ];
  const choose = (zone: string) => change({ zone: zone === deskZone ? undefined : zone });
  return (
    <>
      <Menu {...IN_PLACE} position="bottom-end" shadow="lg">
        <Menu.Target>
          <button type="button" className="chip" aria-label={`${words.label}: ${words.time(cityIn(asked.zone))}`} title={asked.zone}>
            {words.time(cityIn(asked.zone))}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(({ zone, name }) => (
            <Menu.Item
              key={zone}
              role="menuitemradio"
              aria-checked={zone === asked.zone}
              rightSection={zone === asked.zone ? <Icon name="check" size="s" /> : null}
              onClick={() => choose(zone)}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setOther(true)}>{words.other}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {other ? <OtherZone zone={asked.zone} onChoose={choose} onClose={() => setOther(false)} /> : null}
    </>
  );
}
