import type { SharedDoor } from '../../src/ports/channel';
import { objectOf } from '../common/json';

/**
 * The answer to a call is the bot's turn. What somebody waits for in their client wants words of its own: a card that was sent
 * back is thanked for, of all else we say that we don't do it. Whoever asks for replies in the answer gets none there: they come later.
 */
export const answer: NonNullable<SharedDoor['answer']> = (told) => {
  const { type, name, deliveryMode } = objectOf(told);
  if (type === 'invoke' && name === 'adaptiveCard/action') return { status: 200, body: DONE };
  if (type === 'invoke')
    return { status: 501, body: { error: { code: 'NotImplemented', message: 'This bot does nothing by that name.' } } };
  return deliveryMode === 'expectReplies' ? { status: 200, body: { activities: [] } } : { status: 200 };
};

const DONE = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' } as const;
