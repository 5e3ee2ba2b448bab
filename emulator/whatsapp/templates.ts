import { accountIn, wordIn, wrong } from '../asks';
import type { News } from '../envelope';
import { type Json, textOf } from '../json';
import type { Scene } from '../people';
import type { Account, Template } from '../world';
import { placesIn } from './template';

const PAGE = 25;

/** Graph's `GET /{business account}/message_templates`: a page of them. */
export function templatesPage({ templates }: Account, query: URLSearchParams): Json {
  const size = Math.max(1, Number(query.get('limit')) || PAGE);
  const from = Number(Buffer.from(query.get('after') ?? '', 'base64').toString()) || 0;
  const data = templates.slice(from, from + size).map((template, at) => described(template, from + at));
  const cursors = { before: cursorAt(from), after: cursorAt(from + size) };
  const more = from + size < templates.length;
  return { data, paging: { cursors, ...(more ? { next: `?after=${cursors.after}` } : {}) } };
}

const cursorAt = (place: number): string => Buffer.from(String(place)).toString('base64');

const idAt = (place: number): string => String(1_600_000_000_000_000 + place);

function described(template: Template, place: number): Json {
  const { name, language, category, status, quality = 'UNKNOWN', reason = 'NONE' } = template;
  return {
    id: idAt(place),
    name,
    language,
    status,
    category,
    quality_score: { score: quality, date: 1_767_225_600 },
    parameter_format: /\{\{[a-z]/.test(template.body) ? 'NAMED' : 'POSITIONAL',
    rejected_reason: reason,
    components: componentsOf(template),
  };
}

/** What Meta shows of its parts: an example for every place. */
function componentsOf({ header, headed, body, footer, buttons = [], link }: Template): Json[] {
  const quick = buttons.map((text): Json => ({ type: 'QUICK_REPLY', text }));
  const all = [...quick, ...(link ? [{ type: 'URL', ...link, example: [link.url.replace('{{1}}', 'example')] }] : [])];
  return [
    ...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header, ...examplesIn(header, 'header_text') }]),
    ...(headed === undefined ? [] : [{ type: 'HEADER', format: headed }]),
    { type: 'BODY', text: body, ...examplesIn(body, 'body_text') },
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(all.length > 0 ? [{ type: 'BUTTONS', buttons: all }] : []),
  ];
}

function examplesIn(text: string, name: 'header_text' | 'body_text'): Json {
  const places = placesIn(text);
  if (places.length === 0) return {};
  if (places.every((place) => /^\d+$/.test(place))) {
    const examples = places.map((place) => `example ${place}`);
    return { example: { [name]: name === 'header_text' ? examples : [examples] } };
  }
  return { example: { [`${name}_named_params`]: places.map((place) => ({ param_name: place, example: `example ${place}` })) } };
}

const STATUSES: readonly unknown[] = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'];

/** Meta changes a template, or adds one, or takes it away, and says so by the webhook of what has changed. */
export function changeTemplate({ world, outbox }: Scene, input: Json): object {
  const account = accountIn(world, input);
  const [name, language] = [wordIn(input, 'name'), textOf(input.language) || 'en_US'];
  const before = account.templates.find((one) => one.name === name && one.language === language);
  if (!before && textOf(input.body) === '') return wrong('body: a text is missing, for a new template');
  if (input.status !== undefined && !STATUSES.includes(input.status)) return wrong(`status: one of ${STATUSES.join(', ')}`);
  const { account: _, deleted, ...changes } = input;
  const now = { category: 'UTILITY', status: 'APPROVED', ...before, ...changes, name, language } as Template;
  const others = account.templates.filter((one) => one !== before);
  const templates = deleted === true ? others : before ? account.templates.map((one) => (one === before ? now : one)) : [...others, now];
  world.accounts.set(account.id, { ...account, templates });
  if (account.webhook !== null) outbox.tell(account, newsOf(now, before, deleted === true));
  return now;
}

/** One POST for each change at Meta; the twin tells the one that weighs most. */
function newsOf(now: Template, before: Template | undefined, deleted: boolean): News {
  const named = { message_template_id: 1, message_template_name: now.name, message_template_language: now.language };
  const bare = true as const;
  if (!deleted && before && before.status === now.status) {
    if (before.quality !== now.quality)
      return {
        bare,
        field: 'message_template_quality_update',
        part: { ...named, previous_quality_score: before.quality ?? 'UNKNOWN', new_quality_score: now.quality ?? 'UNKNOWN' },
      };
    if (before.category !== now.category)
      return {
        bare,
        field: 'template_category_update',
        part: { ...named, previous_category: before.category, new_category: now.category },
      };
    return { bare, field: 'message_template_components_update', part: { ...named, message_template_element: now.body } };
  }
  const part = { ...named, event: deleted ? 'DELETED' : now.status, reason: now.reason ?? 'NONE', message_template_category: now.category };
  return { bare, field: 'message_template_status_update', part };
}
