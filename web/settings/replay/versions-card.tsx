import { useInfiniteQuery } from '@tanstack/react-query';
import type { Settings } from '../../../src/domain/settings';
import type { VersionJson } from '../../../src/http/schemas/replay';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';
import { useClock } from '../../board/past/use-clock';
import { useLanguage } from '../../words';
import { settingsOf } from '../rules/edits';
import { valueSaid, wordsOf } from '../rules/said';

interface Props {
  readonly group: keyof Settings;
  /** New whenever something was saved. */
  readonly turn: number;
}

/** What was changed in these settings, when and by whom, the newest first; nothing while nothing ever was. */
export function VersionsCard({ group, turn }: Props) {
  const { replay: says } = useLanguage().words.rules;
  const pages = useVersions(turn);
  const known = new Set(settingsOf(group).map(({ path }) => path));
  const versions = (pages.data?.pages.flatMap(({ data }) => data) ?? [])
    .map((version) => ({ ...version, changes: version.changes.filter(({ path }) => known.has(path)) }))
    .filter(({ changes }) => changes.length > 0);
  if (versions.length === 0 && !pages.hasNextPage) return null;
  return (
    <section className="card" aria-labelledby="versions-title">
      <div className="h">
        <h2 id="versions-title">{says.versions}</h2>
      </div>
      <div className="versions">
        <ol>
          {versions.map((version) => (
            <Version key={version.at} version={version} group={group} />
          ))}
        </ol>
        {pages.hasNextPage ? (
          <button type="button" className="btn small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {says.more}
          </button>
        ) : null}
      </div>
    </section>
  );
}

function useVersions(turn: number) {
  return useInfiniteQuery({
    queryKey: ['settings-versions', turn],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return get<Page<VersionJson>>(`/settings/versions?limit=20${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (former) => former,
  });
}

function Version({ version: { at, by, changes }, group }: { readonly version: VersionJson; readonly group: keyof Settings }) {
  const { language, words } = useLanguage();
  const { replay: says } = words.rules;
  const { says: moments, zone } = useClock();
  const of = new Map(settingsOf(group).map((setting) => [setting.path, setting]));
  const said = (path: string, value: unknown): string => {
    const setting = of.get(path);
    if (value === null || value === undefined || value === false || !setting) return says.off;
    return value === true ? says.on : valueSaid(setting, value, language, words);
  };
  return (
    <li>
      <span className="sm mute">
        <time dateTime={at} title={zone}>
          {says.changed(moments.brief(Date.parse(at)))}
        </time>{' '}
        {by?.name ? <bdi>{says.by(by.name)}</bdi> : null}
      </span>
      {changes.map(({ path, from, to }) => {
        const setting = of.get(path);
        return (
          <span key={path} className="row spread">
            <span>{setting ? wordsOf(setting, words).name : path}</span>
            <span className="nw">
              <span className="unseen">{says.changedFrom(said(path, from), said(path, to))}</span>
              <span aria-hidden="true">
                <span className="mute">
                  {said(path, from)} <span className="arrow flips">→</span>
                </span>{' '}
                {said(path, to)}
              </span>
            </span>
          </span>
        );
      })}
    </li>
  );
}
