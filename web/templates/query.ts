import { queryOptions } from '@tanstack/react-query';
import type { TemplateJson, TemplateSyncJson } from '../../src/http/schemas/template';
import { get } from '../api/ask';

export type Template = TemplateJson;

export interface Templates {
  readonly data: readonly Template[];
  readonly sync: TemplateSyncJson;
}

interface Page {
  readonly data: Template[];
  readonly nextCursor: string | null;
  readonly sync: TemplateSyncJson;
}

/** All templates of a channel's account. */
export const templatesQuery = (channelId: string) =>
  queryOptions({
    queryKey: ['channels', channelId, 'templates'],
    queryFn: async ({ signal }): Promise<Templates> => {
      const data: Template[] = [];
      let cursor: string | null = null;
      for (;;) {
        const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page: Page = await get<Page>(`/channels/${channelId}/templates?limit=200${after}`, signal);
        data.push(...page.data);
        cursor = page.nextCursor;
        if (cursor === null) return { data, sync: page.sync };
      }
    },
    staleTime: 30_000,
  });

export const keyOf = ({ name, language }: Pick<Template, 'name' | 'language'>): string => `${name} ${language}`;
