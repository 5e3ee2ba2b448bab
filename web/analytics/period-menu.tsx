import { useState } from 'react';
import { dateOf } from '../../src/domain/local-time';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { PRESETS, USUAL } from './address';
import { groupsFor } from './days';
import { daysNamed } from './named';
import { OwnDates } from './own-dates';
import type { useFiguresSearch } from './use-figures-search';
import { useLocale } from './use-locale';

/** From when to when, and how it is grouped. */
export function PeriodMenu({ figures }: { readonly figures: ReturnType<typeof useFiguresSearch> }) {
  const { analytics: words } = useWords();
  const locale = useLocale();
  const [own, setOwn] = useState(false);
  const { search, asked, today, change } = figures;
  const named = search.from ? undefined : (search.period ?? USUAL);
  const says = daysNamed(locale, asked.from, asked.to, Number(dateOf(today).slice(0, 4)));
  return (
    <>
      <Menu {...IN_PLACE} position="bottom-start" shadow="lg">
        <Menu.Target>
          <button type="button" className="chip" aria-label={`${words.period.label}: ${says}`}>
            <Icon name="calendar" size="xs" />
            <bdi>{says}</bdi>
          </button>
        </Menu.Target>
        <Menu.Dropdown className="choices">
          {PRESETS.map((period) => (
            <Ticked
              key={period}
              name={words.period.names[period]}
              on={period === named}
              onChoose={() => change({ period, from: undefined, to: undefined, group: undefined })}
            />
          ))}
          <Ticked name={words.period.own} on={named === undefined} onChoose={() => setOwn(true)} />
          <Menu.Divider />
          <Menu.Label>{words.period.grouped}</Menu.Label>
          {groupsFor(asked).map((group) => (
            <Ticked key={group} name={words.period.groups[group]} on={group === asked.group} onChoose={() => change({ group })} />
          ))}
        </Menu.Dropdown>
      </Menu>
      {own ? (
        <OwnDates
          days={asked}
          onChoose={({ from, to }) => change({ from, to, period: undefined, group: undefined })}
          onClose={() => setOwn(false)}
        />
      ) : null}
    </>
  );
}

function Ticked({ name, on, onChoose }: { readonly name: string; readonly on: boolean; readonly onChoose: () => void }) {
  return (
    <Menu.Item role="menuitemradio" aria-checked={on} rightSection={on ? <Icon name="check" size="s" /> : null} onClick={onChoose}>
      {name}
    </Menu.Item>
  );
}
