import { useEffect, useRef } from 'react';
import { messagesNow } from '../live/messages';
import { newestOf } from './seen';

/** What was on the screen when a form was begun, for what is sent otherwise than from the box. `begun`: it is, as soon as it is drawn. */
export function useAsking(chatId: string, begun = false) {
  const seq = useRef<number | undefined>(undefined);
  const begin = () => {
    seq.current ??= newestOf(messagesNow(chatId));
  };
  useEffect(() => {
    if (begun) seq.current ??= newestOf(messagesNow(chatId));
  }, [begun, chatId]);
  return {
    begin,
    /** For `sendReply`. */
    seen(confirmed: boolean) {
      begin();
      return { ...(seq.current === undefined ? {} : { seen: seq.current }), ...(confirmed ? ({ confirmed } as const) : {}) };
    },
    end: () => {
      seq.current = undefined;
    },
  };
}
