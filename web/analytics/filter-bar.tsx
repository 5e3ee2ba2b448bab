import { wholeMonths } from '../../src/domain/figures/periods';
import { dayOfDate } from '../../src/domain/local-time';
import { useWorkspace } from '../api/workspace';
import { channelChoice } from '../inbox/channel-choice';
import { FilterMenu } from '../inbox/filter-menu';
import { valuesOf } from '../inbox/list-query';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { type Days, lengthOf } from './days';
import { OneOf } from './one-of';
import { PeriodMenu } from './period-menu';
import type { useFiguresSearch } from './use-figures-search';
import { ZoneMenu } from './zone-menu';

interface Props {
  readonly figures: ReturnType<typeof useFiguresSearch>;
  /** null while there is nothing to keep. */
  readonly onKeep: (() => void) | null;
}

/** What is counted: days, of whom, by which clock. All of it is in the address. */
export function FilterBar({ figures, onKeep }: Props) {
  const { analytics: words } = useWords();
  const { channels, teams } = useWorkspace();
  const { search, asked, change } = figures;
  const everyTeam = [...teams, { id: 'none', name: words.noTeam }];
  return (
    <fieldset className="chips filters" aria-label={words.filters}>
      <PeriodMenu figures={figures} />
      <OneOf
        label={words.compare.label}
        value={asked.compare ? 'before' : 'none'}
        choices={[
          { value: 'before', name: beforeSaid(asked, figures.today, words.compare) },
          { value: 'none', name: words.compare.none },
        ]}
        onChoose={(value) => change({ compare: value === 'none' ? 'none' : undefined })}
      />
      <FilterMenu
        arrow
        label={words.channels}
        choices={channels.map(channelChoice)}
        chosen={valuesOf(search.channel)}
        onChoose={(values) => change({ channel: values.join(',') })}
      />
      {teams.length > 0 || search.team ? (
        <FilterMenu
          arrow
          label={words.teams}
          choices={everyTeam.map(({ id, name }) => ({ value: id, name, label: <bdi>{name}</bdi> }))}
          chosen={valuesOf(search.team)}
          onChoose={(values) => change({ team: values.join(',') })}
        />
      ) : null}
      <OneOf
        label={words.hours.label}
        value={asked.business ? 'business' : 'all'}
        choices={(['all', 'business'] as const).map((value) => ({ value, name: words.hours[value] }))}
        onChoose={(value) => change({ hours: value === 'business' ? value : undefined })}
      />
      <ZoneMenu figures={figures} />
      <button type="button" className="btn small keep" disabled={onKeep === null} onClick={onKeep ?? undefined}>
        <Icon name="download" size="s" />
        {words.csv}
      </button>
    </fieldset>
  );
}

type Words = ReturnType<typeof useWords>['analytics']['compare'];

/** The period before, as the desk cuts it: whole months follow whole months, and what still runs is compared with as much. */
function beforeSaid(days: Days, today: number, words: Words): string {
  const [first, last] = [dayOfDate(days.from), dayOfDate(days.to)];
  const months = wholeMonths({ first, last });
  const before = months === null ? words.before(lengthOf(days)) : words.monthsBefore(months);
  return first <= today && today <= last ? words.asFar(before) : before;
}
