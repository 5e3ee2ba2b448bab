import type { TemplateReads, TemplateTx } from '../ports/store';
import type { Database, Query } from './database';
import { decode, selected } from './rows';
import { TEMPLATE_LISTS, TEMPLATES } from './schema';
import type { Work } from './work';

const OF_CHANNEL = `select ${selected(TEMPLATES, 't')} from templates t where t.channelId = ?`;

const readingWith = (query: Query): TemplateReads => ({
  async templates(channelId) {
    const { rows } = await query(`${OF_CHANNEL} order by t.name, t.language`, [channelId]);
    return rows.map((row) => decode(TEMPLATES, row));
  },
  async templateList(channelId) {
    const { rows } = await query(`select ${selected(TEMPLATE_LISTS, 'l')} from template_lists l where l.channelId = ?`, [channelId]);
    return rows[0] ? decode(TEMPLATE_LISTS, rows[0]) : null;
  },
});

export const templateReads = ({ query }: Database): TemplateReads => readingWith(query);

export const templatesIn = ({ query, bulk }: Work): TemplateTx => ({
  ...readingWith(query),
  async template(channelId, name, language) {
    const { rows } = await query(`${OF_CHANNEL} and t.name = ? and t.language = ?`, [channelId, name, language]);
    return rows[0] ? decode(TEMPLATES, rows[0]) : null;
  },
  async replaceTemplates(channelId, templates) {
    await query('delete from templates where channelId = ?', [channelId]);
    await bulk.insert(TEMPLATES, templates);
  },
  saveTemplate: (template) => bulk.upsert(TEMPLATES, [template]),
  saveTemplateList: (list) => bulk.upsert(TEMPLATE_LISTS, [list]),
});
