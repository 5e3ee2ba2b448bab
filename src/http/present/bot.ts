import type { Tried } from '../../actions/bots/try-bot';
import type { Bot } from '../../domain/bot';
import type { BotJson, TriedJson } from '../schemas/bot';
import { iso } from './time';

export function botJson({ id, name, kind, config, createdAt, updatedAt, version }: Bot): BotJson {
  return { id, name, kind, config: { ...config }, createdAt: iso(createdAt), updatedAt: iso(updatedAt), version };
}

export const triedJson = ({ says, handoff, matched, failed }: Tried): TriedJson => ({
  says: says as TriedJson['says'],
  handoff,
  matched: [...matched],
  failed,
});
