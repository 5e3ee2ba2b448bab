import type { ChannelConfig, Heard, Outside, TemplateFacts } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, objectOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { askGraph } from '../meta/ask';
import { need, type Place } from '../meta/envelope';
import { HOST } from './send';

const FIELDS = 'id,name,language,status,category,quality_score,components,parameter_format,rejected_reason';
const AT_ONCE = '100';
/** An account may have 6,000 at most. */
const MOST_PAGES = 100;

/** All templates of the business account, page by page. */
export async function templates(
  { accessToken: token = '', businessAccountId = '' }: ChannelConfig,
  outside: Outside,
): Promise<TemplateFacts[]> {
  const all: TemplateFacts[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { fields: FIELDS, limit: AT_ONCE, ...(after === null ? {} : { after }) };
    const answer: Json = await askGraph(outside, { host: HOST, path: [businessAccountId, 'message_templates'], query, token });
    all.push(
      ...listOf(answer.data)
        .filter(isObject)
        .map(templateOf)
        .filter(({ name, language }) => name !== '' && language !== ''),
    );
    const { cursors, next } = objectOf(answer.paging);
    after = next === undefined ? null : wordOf(objectOf(cursors).after);
    if (after === null) break;
  }
  return all;
}

function templateOf({
  id,
  name,
  language,
  status,
  category,
  quality_score,
  components,
  parameter_format,
  rejected_reason,
}: Json): TemplateFacts {
  return {
    name: wordOf(name) ?? '',
    language: wordOf(language) ?? '',
    providerId: idOf(id),
    status: lower(status) ?? 'unknown',
    category: lower(category),
    quality: qualityOf(objectOf(quality_score).score ?? quality_score),
    reason: reasonOf(rejected_reason),
    components: listOf(components),
    parameterFormat: lower(parameter_format) === 'named' ? 'named' : 'positional',
  };
}

const lower = (word: unknown): string | null => wordOf(word)?.toLowerCase() ?? null;

const qualityOf = (score: unknown): string | null => (lower(score) === 'unknown' ? null : lower(score));

const reasonOf = (reason: unknown): string | null => (lower(reason) === 'none' ? null : wordOf(reason));

type Change = (value: Json) => {
  readonly status?: string;
  readonly quality?: string | null;
  readonly category?: string | null;
  readonly reason?: string | null;
};

/** What the news of each field change; the words of a template are not told whole, and are read again. */
const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['message_template_status_update', statusOf],
  ['message_template_quality_update', ({ new_quality_score }) => ({ quality: qualityOf(new_quality_score) })],
  ['template_category_update', ({ new_category }) => (wordOf(new_category) === null ? {} : { category: lower(new_category) })],
  ['message_template_components_update', () => ({})],
]);

/** Fields whose news do not say all that has changed. */
const MORE: ReadonlySet<string> = new Set(['message_template_components_update']);

export const isAboutTemplate = (field: string): boolean => CHANGES.has(field);

function statusOf({ event, reason, rejection_info, other_info }: Json): ReturnType<Change> {
  const status = lower(event);
  if (status === null) return {};
  const said = wordOf(objectOf(rejection_info).reason) ?? wordOf(objectOf(other_info).description) ?? reasonOf(reason);
  return { status: status === 'reinstated' ? 'approved' : status, reason: said === null ? null : speakable(said, []) };
}

/** The network says that one template is not as it was. */
export function hearTemplate(place: Place, field: string, value: Json): Heard {
  const name = need(wordOf(value.message_template_name), 'the news name no template');
  const language = need(wordOf(value.message_template_language), 'the news name no language');
  return { type: 'template', ...place, name, language, changes: CHANGES.get(field)?.(value) ?? {}, more: MORE.has(field) };
}
