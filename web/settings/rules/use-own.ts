import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../words';
import { channelsQuery } from '../channels/queries';

/** Which channels the change does not reach, because they have these settings of their own; empty: none. */
export function useOwn(paths: readonly string[]): string {
  const { language, words } = useLanguage();
  const { data = [] } = useQuery(channelsQuery);
  const own = data.filter(({ overrides }) => paths.some((path) => has(overrides as Groups, path)));
  if (own.length === 0) return '';
  return words.rules.bar.own(new Intl.ListFormat(language).format(own.map(({ name }) => name)), own.length);
}

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function has(overrides: Groups, path: string): boolean {
  const [group = '', name = ''] = path.split('.');
  return overrides[group]?.[name] !== undefined;
}
