import { goesAlone, parametersOf, unusable } from '../../domain/template';
import type { Template, TemplateList } from '../../ports/store';
import type { TemplateJson, TemplateSyncJson } from '../schemas/template';
import { isoOrNull } from './time';

export function templateJson(template: Template): TemplateJson {
  const { name, language, status, category, quality, reason, components } = template;
  const because = unusable(template);
  return {
    name,
    language,
    status,
    category,
    quality,
    reason,
    usable: because === null,
    unusable: because,
    goesAlone: goesAlone(template),
    components: [...components],
    parameters: parametersOf(template),
  };
}

export const templateSyncJson = (list: TemplateList | null, templates: number): TemplateSyncJson => ({
  syncedAt: isoOrNull(list?.syncedAt ?? null),
  triedAt: isoOrNull(list?.triedAt ?? null),
  problem: list?.problem ?? null,
  templates,
});
