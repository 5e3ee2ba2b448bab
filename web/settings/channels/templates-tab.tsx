import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TemplateSyncJson } from '../../../src/http/schemas/template';
import { ask } from '../../api/ask';
import type { Channel } from '../../api/types';
import { Empty } from '../../parts/empty';
import { ProblemLine } from '../../parts/problem-line';
import { keyOf, type Template, type Templates, templatesQuery } from '../../templates/query';
import { tongueOf } from '../../templates/tongue-of';
import { useLanguage, useWords } from '../../words';
import { useTimes } from '../../words/times';
import '../../templates/templates.css';

/** The account's templates as the network described them last. */
export function TemplatesTab({ channel }: { readonly channel: Channel }) {
  const { templates: words } = useWords();
  const { data, error } = useQuery(templatesQuery(channel.id));
  if (error) return <ProblemLine error={error} what={words.notLoaded} />;
  return data ? <Read channel={channel} read={data} /> : null;
}

function Read({ channel, read: { data, sync } }: { readonly channel: Channel; readonly read: Templates }) {
  const { page } = useWords().templates;
  const queries = useQueryClient();
  const reading = useMutation({
    mutationFn: () => ask<TemplateSyncJson>('POST', `/channels/${channel.id}/templates/sync`, { body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: templatesQuery(channel.id).queryKey }),
  });
  return (
    <div className="templatespage">
      <div className="row">
        <p className="grow soft" role="status">
          <Synced sync={sync} />
        </p>
        <button type="button" className="btn" disabled={reading.isPending} onClick={() => reading.mutate()}>
          {reading.isPending ? page.reading : page.now}
        </button>
      </div>
      {reading.error ? <ProblemLine error={reading.error} what={page.notRead} /> : null}
      {data.length === 0 ? <Empty icon="template" title={page.none} says={page.noneSays} /> : <Table channel={channel} rows={data} />}
    </div>
  );
}

function Synced({ sync: { syncedAt, problem } }: { readonly sync: TemplateSyncJson }) {
  const { page } = useWords().templates;
  const times = useTimes();
  return (
    <>
      {syncedAt === null ? page.never : page.last(times.moment(Date.parse(syncedAt), Date.now()))}
      {problem ? <span className="warn-t"> {page.failed(problem.detail)}</span> : null}
    </>
  );
}

function Table({ channel, rows }: { readonly channel: Channel; readonly rows: readonly Template[] }) {
  const { page } = useWords().templates;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keys
    <section className="card ttable" aria-label={page.caption(channel.name)} tabIndex={0}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{page.name}</th>
            <th scope="col">{page.language}</th>
            <th scope="col">{page.state}</th>
            <th scope="col">{page.quality}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Line key={keyOf(one)} template={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ template: { name, language, category, quality, unusable, reason } }: { readonly template: Template }) {
  const { language: spoken, words: all } = useLanguage();
  const words = all.templates;
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
        <span className="sm mute block">{category === null ? null : (words.categories[category] ?? category)}</span>
      </td>
      <td>{tongueOf(language, spoken)}</td>
      <td>
        {unusable ? <span className="warn-t">{words.unusable[unusable]}</span> : words.page.usable}
        {unusable && reason ? (
          <span className="sm mute block" dir="auto">
            {reason}
          </span>
        ) : null}
      </td>
      <td>{quality === null ? null : (words.qualities[quality] ?? quality)}</td>
    </tr>
  );
}
