import type { HeardTemplate } from '../../ports/channel';
import { askForTemplates } from '../templates/read-templates';
import { APPLIED, type Hearing, type Verdict } from './hearing';

/** News of a template hold at once for every channel of its account; what they do not say is read. */
export async function hearTemplate({ desk, tx, ledger, channelId }: Hearing, heard: HeardTemplate): Promise<Verdict> {
  const ids = [...new Set([channelId, ...ofAccount({ desk, ledger }, heard.account)])];
  for (const id of ids) {
    const template = await tx.template(id, heard.name, heard.language);
    if (template) await tx.saveTemplate({ ...template, ...heard.changes });
    if (!template || heard.more) askForTemplates(ledger, id);
  }
  return APPLIED;
}

function ofAccount({ desk, ledger }: Pick<Hearing, 'desk' | 'ledger'>, account: string | null): string[] {
  if (account === null) return [];
  return ledger.house.channels
    .filter(({ kind, config, deletedAt }) => deletedAt === null && desk.kinds.get(kind)?.accounts(config).includes(account))
    .map(({ id }) => id);
}
