import { invalid, Refusal } from '../../domain/errors';
import { changedFields, type FieldsPatch, fieldErrors, fieldsOf, withFields } from '../../domain/fields';
import { type Action, forbidden, unfit } from '../../domain/permissions';
import type { Policy } from '../../domain/policy';
import { nothing, type Recordable, record } from '../../domain/record';
import { isSystemStage, wake } from '../../domain/stages';
import { cleanDeep } from '../../domain/text';
import { isOpen, isSnoozed, type Priority, type Ticket } from '../../domain/ticket';
import { move, type Step } from '../../domain/transitions';
import type { Desk } from '../desk';
import { mustBeRight } from '../workspace/change-settings';
import { type Asked, actOn, type InHand } from './in-hand';
import { reopen } from './reopen-ticket';

interface Update extends Asked {
  /** A stage key; `closed` closes, `open` reopens a closed ticket; choosing another stage wakes a snoozed one. */
  readonly stage?: string;
  readonly priority?: Priority;
  readonly tags?: readonly string[];
  /** Beside those that it has. */
  readonly tagsAdd?: readonly string[];
  readonly tagsRemove?: readonly string[];
  readonly subject?: string | null;
  readonly excludeFromClosing?: boolean;
  /** Values of the admin's own fields, merged by key; null takes one away. */
  readonly fields?: FieldsPatch;
}

const MOST_TAGS = 50;

/** Changes what people decide about a ticket beside its journey (LIFECYCLE §6). */
export function updateTicket(desk: Desk, asked: Update): Promise<Ticket> {
  return actOn(
    desk,
    'note',
    asked,
    (hand) => update(hand, asked),
    ({ ticket, policy, ledger }) => {
      mustBeChoosable(asked.stage, ticket, policy);
      mustBeRight(fieldErrors(asked.fields ?? {}, fieldsOf('ticket', ledger.house.fields)));
      if (tagsAfter(ticket, asked).length > MOST_TAGS) throw invalid('tags', `a ticket has at most ${MOST_TAGS} tags`);
    },
  );
}

function tagsAfter(ticket: Ticket, { tags = ticket.tags, tagsAdd = [], tagsRemove = [] }: Update): readonly string[] {
  const kept = tagsRemove.length > 0 ? tags.filter((tag) => !tagsRemove.includes(tag)) : tags;
  return tagsAdd.length > 0 ? [...new Set([...kept, ...tagsAdd])] : kept;
}

function mustBeChoosable(stage: string | undefined, ticket: Ticket, { stages }: Policy): void {
  if (stage === undefined || (isSystemStage(stage) && stage === ticket.stage)) return;
  if (stage === 'auto_closed') throw invalid('stage', 'auto_closed is set by the desk and can’t be chosen');
  if (stage === 'snoozed') throw invalid('stage', 'snoozing needs a time: use the snooze action');
  if (!isSystemStage(stage) && !stages.has(stage)) throw invalid('stage', 'no such stage');
}

async function update(hand: InHand, asked: Update): Promise<Step> {
  const described = describe(hand, asked);
  if (asked.stage === undefined) return described;
  const staged = await chooseStage({ ...hand, ticket: described.ticket }, asked.stage);
  return { ticket: staged.ticket, events: [...described.events, ...staged.events] };
}

function describe({ ticket, actor, at }: InHand, asked: Update): Step {
  const { priority, subject, excludeFromClosing } = asked;
  const fields = asked.fields && withFields(ticket.fields, asked.fields);
  const wanted = Object.entries({ priority, tags: tagsAfter(ticket, asked), subject, excludeFromClosing, fields });
  const changed = wanted.filter(([name, value]) => value !== undefined && !isSame(value, ticket[name as keyof Ticket]));
  if (changed.length === 0) return nothing(ticket);
  const patch = cleanDeep(Object.fromEntries(changed)) as Recordable;
  const data = Object.fromEntries(changed.map(([name]) => [name, changeOf(name as keyof Recordable, ticket, patch)]));
  return record(ticket, { type: 'updated', cause: 'changed_by_person', actor, at, patch, data });
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Of fields only those that changed: the others are no part of the story. */
function changeOf(name: keyof Recordable, ticket: Ticket, patch: Recordable) {
  return name === 'fields' ? changedFields(ticket.fields, patch.fields ?? null) : { from: ticket[name], to: patch[name] };
}

async function chooseStage(hand: InHand, stage: string): Promise<Step> {
  const { ticket } = hand;
  if (stage === ticket.stage) return nothing(ticket);
  if (stage === 'closed') return allowed(hand, 'close', () => move(ticket, { cause: 'closed_by_person', actor: hand.actor, at: hand.at }));
  if (!isOpen(ticket)) return stage === 'open' ? allowed(hand, 'reopen', () => reopen(hand)) : refuseClosed(ticket);
  if (isSnoozed(ticket)) return allowed(hand, 'wake', () => wake(ticket, { actor: hand.actor, at: hand.at, policy: hand.policy, stage }));
  return record(ticket, { type: 'stage_changed', cause: 'stage_chosen', actor: hand.actor, at: hand.at, patch: { stage } });
}

async function allowed({ ticket, by, policy }: InHand, action: Action, act: () => Step | Promise<Step>): Promise<Step> {
  const refusal = forbidden(action, ticket, by, policy) ?? unfit(action, ticket, by, policy);
  if (refusal) throw refusal;
  return act();
}

function refuseClosed(ticket: Ticket): never {
  throw new Refusal('illegal_transition', 'A closed ticket has the stage Closed. Reopen it first.', {
    from: ticket.status,
    action: 'stage',
  });
}
