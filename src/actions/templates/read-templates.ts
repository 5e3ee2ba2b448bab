import type { TemplateFacts } from '../../domain/template';
import { cleanDeep } from '../../domain/text';
import { SendFailure } from '../../ports/channel';
import type { Channel, Errand, Template, TemplateList, Tx } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { outsideOf } from '../sending/outside-of';
import type { Hold } from '../sending/send-message';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';

export const templatesKey = (channelId: string): string => `templates:${channelId}`;

export const askForTemplates = (ledger: Pick<Ledger, 'addErrand'>, channelId: string): void =>
  ledger.addErrand({ key: templatesKey(channelId), kind: 'templates', payload: { channelId } });

/** The errand: reads the account's templates, and lets the next sweep try again what failed. */
export async function readTemplates(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const channel = channelIn(await desk.house.refresh(), String(errand.payload.channelId));
  await syncTemplates(desk, channel, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    ledger.done(errand.id);
  });
}

type Also = (tx: Tx, ledger: Ledger) => Promise<void>;

/** Reads the account's templates from the network. When that fails, the former list stays, with the failure beside it. */
export async function syncTemplates(desk: Desk, channel: Channel | undefined, also: Also = async () => undefined): Promise<void> {
  const found = channel && channel.deletedAt === null ? await ask(desk, channel) : null;
  await transact(desk, async (tx, ledger) => {
    await also(tx, ledger);
    // Erased meanwhile, it would leave what nobody finds.
    if (channel && found && channelIn(ledger.house, channel.id)) await keep(tx, channel.id, found, ledger.at);
  });
}

type Found = { readonly templates: readonly TemplateFacts[] } | { readonly problem: NonNullable<TemplateList['problem']> };

/** null for a network that has no templates. */
async function ask(desk: Desk, channel: Channel): Promise<Found | null> {
  const kind = kindOf(desk, channel.kind);
  if (!kind.templates) return null;
  try {
    return { templates: await kind.templates(openConfig(kind, desk.vault, channel.config), outsideOf(desk, channel)) };
  } catch (error) {
    if (error instanceof SendFailure) return { problem: { code: error.problem.code, detail: error.problem.detail } };
    desk.log.error('a channel broke while its templates were read', { channelId: channel.id, cause: String(error) });
    return { problem: { code: 'unknown', detail: 'Reading the templates broke; the log says how.' } };
  }
}

async function keep(tx: Tx, channelId: string, found: Found, at: number): Promise<void> {
  if ('problem' in found) {
    const before = await tx.templateList(channelId);
    return tx.saveTemplateList({ channelId, syncedAt: before?.syncedAt ?? null, triedAt: at, problem: found.problem });
  }
  const rows = found.templates.map((template): Template => ({ ...cleanDeep(template), channelId, syncedAt: at }));
  await tx.replaceTemplates(channelId, unique(rows));
  await tx.saveTemplateList({ channelId, syncedAt: at, triedAt: at, problem: null });
}

/** A network that changes between two pages may tell of one twice: what came last holds. */
const unique = (rows: readonly Template[]): Template[] => [...new Map(rows.map((row) => [`${row.name} ${row.language}`, row])).values()];
