import { syncTemplates } from '../../actions/templates/read-templates';
import { valuesOf } from '../../actions/templates/templates';
import { invalid } from '../../domain/errors';
import { partsOfTemplate, unusable } from '../../domain/template';
import { filled } from '../../domain/template-filling';
import type { Template } from '../../ports/store';
import { inMemory } from '../pages-of';
import { templateJson, templateSyncJson } from '../present/template';
import { type Call, type Route, route } from '../route';
import { Nothing } from '../schemas/shared';
import { FilledTemplateShape, TemplateList, TemplateSync, TemplatesQuery, TemplateToFill } from '../schemas/template';
import { channelInSight } from '../sight';

const row = { tag: 'channels', finds: channelInSight, status: 200 } as const;

export const TEMPLATES: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/channels/{id}/templates',
    for: 'agents',
    says: 'The message templates of the channel\u2019s business account, as the network described them last.',
    query: TemplatesQuery,
    answer: TemplateList,
    handle: async (call) => {
      const all = await templatesOf(call);
      const { data, nextCursor } = inMemory(sought(all, call.query), placeOf, call.query);
      return { data: data.map(templateJson), nextCursor, sync: await syncJson(call, all.length) };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/channels/{id}/templates/preview',
    for: 'agents',
    needs: 'channels:read',
    act: null,
    says: 'A template with its places filled, as the customer would see it, and what keeps it from being sent. Nothing is sent.',
    body: TemplateToFill,
    answer: FilledTemplateShape,
    handle: async (call) => {
      const { name, language, parameters } = call.body;
      const template = (await templatesOf(call)).find((one) => one.name === name && one.language === language);
      if (!template) throw invalid('name', 'the account has no such template in this language');
      const { errors, ...seen } = filled(template, valuesOf(parameters));
      return { ...seen, buttons: [...seen.buttons], errors: [...errors] };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/channels/{id}/templates/sync',
    act: null,
    for: 'admins',
    says: 'Read the templates from the network now, and not only every hour. What fails leaves the former list.',
    body: Nothing,
    answer: TemplateSync,
    handle: async (call) => {
      await syncTemplates(call.desk, await channelInSight(call));
      return syncJson(call, (await templatesOf(call)).length);
    },
  }),
];

type Calling = Pick<Call<unknown, unknown>, 'desk' | 'params'>;

const templatesOf = ({ desk, params: { id = '' } }: Calling): Promise<Template[]> => desk.store.reads.templates(id);

const syncJson = async ({ desk, params: { id = '' } }: Calling, templates: number) =>
  templateSyncJson(await desk.store.reads.templateList(id), templates);

const placeOf = ({ name, language }: Template): string => `${name} ${language}`;

function sought(
  all: readonly Template[],
  { usable, q }: { readonly usable?: boolean | undefined; readonly q?: string | undefined },
): Template[] {
  const words = q?.toLowerCase() ?? '';
  return all.filter(
    (template) =>
      (usable === undefined || (unusable(template) === null) === usable) &&
      (template.name.includes(words) || partsOfTemplate(template.components).body.text.toLowerCase().includes(words)),
  );
}
