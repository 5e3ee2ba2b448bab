import { type Act, type ActChange, changesBetween } from '../../domain/acts';
import { CANNED_VARIABLES, type CannedReply, unknownVariables } from '../../domain/canned';
import { invalid, Refusal } from '../../domain/errors';
import { clean } from '../../domain/text';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';

type Words = Pick<CannedReply, 'shortcut' | 'title' | 'text'>;

/** A new canned reply. Refuses `already_exists` for a shortcut that another has in any case, `invalid` for an unknown variable. */
export async function addCannedReply(desk: Desk, words: Words): Promise<CannedReply> {
  mustKnowVariables(words.text);
  return transact(desk, async (tx, { at, act }) => {
    const reply: CannedReply = { ...cleaned(words), id: desk.newId(), createdAt: at, updatedAt: at, version: 1 };
    await tx.addCannedReply(reply);
    act(actOn(reply, 'added', changesBetween(null, cleaned(reply))));
    return reply;
  });
}

interface Update extends Partial<Words> {
  readonly replyId: string;
  readonly version?: number;
}

/** Changes a canned reply; refuses as `addCannedReply` does. */
export async function updateCannedReply(desk: Desk, { replyId, version, ...words }: Update): Promise<CannedReply> {
  if (words.text !== undefined) mustKnowVariables(words.text);
  return transact(desk, async (tx, { at, act }) => {
    const reply = await theReply(tx, replyId);
    if (version !== undefined && version !== reply.version)
      throw new Refusal('stale', 'The canned reply has changed since you read it.', { version: reply.version });
    const changed: CannedReply = { ...reply, ...cleaned({ ...reply, ...given(words) }), updatedAt: at, version: reply.version + 1 };
    await tx.saveCannedReply(changed);
    act(actOn(changed, 'changed', changesBetween(cleaned(reply), cleaned(changed))));
    return changed;
  });
}

export async function removeCannedReply(desk: Desk, { replyId }: { readonly replyId: string }): Promise<void> {
  await transact(desk, async (tx, { act }) => {
    const reply = await theReply(tx, replyId);
    await tx.removeCannedReply(reply.id);
    act(actOn(reply, 'removed', []));
  });
}

const actOn = ({ id, title }: CannedReply, done: string, changes: readonly ActChange[]): Act => ({
  act: `canned_reply.${done}`,
  target: { kind: 'canned_reply', id, name: title },
  changes,
});

async function theReply(tx: Tx, id: string): Promise<CannedReply> {
  const reply = await tx.cannedReply(id);
  if (!reply) throw new Refusal('not_found', 'There is no such canned reply.');
  return reply;
}

const cleaned = ({ shortcut, title, text }: Words): Words => ({
  shortcut: clean(shortcut).normalize('NFC'),
  title: clean(title),
  text: clean(text),
});

const given = (words: Partial<Words>): Partial<Words> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));

function mustKnowVariables(text: string): void {
  const [unknown] = unknownVariables(text);
  if (unknown !== undefined)
    throw invalid('text', `{{${unknown}}} is no variable; there are ${CANNED_VARIABLES.map((name) => `{{${name}}}`).join(', ')}`);
}
