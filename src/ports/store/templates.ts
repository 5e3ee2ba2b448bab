import type { Template, TemplateList } from './delivery';

export interface TemplateReads {
  /** All of a channel's, by name and language. */
  templates(channelId: string): Promise<Template[]>;
  templateList(channelId: string): Promise<TemplateList | null>;
}

export interface TemplateTx extends TemplateReads {
  template(channelId: string, name: string, language: string): Promise<Template | null>;
  /** In place of all that the channel had. */
  replaceTemplates(channelId: string, templates: readonly Template[]): Promise<void>;
  saveTemplate(template: Template): Promise<void>;
  saveTemplateList(list: TemplateList): Promise<void>;
}
