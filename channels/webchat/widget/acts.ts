import { time } from './clock';
import { older } from './follow';
import type { Parts } from './parts';
import { look } from './seen';
import type { Acts } from './state';
import { fileTypeOf } from './uploads';
import type { Waiting } from './wire';

const TYPING_EACH = 3_000;

/** What somebody can do in it. */
export function actsOf(parts: Parts): Acts {
  const { set, memory, outbox, uploads, line, seat, net, now, tell } = parts;
  let typed = 0;
  return {
    open() {
      if (now().open) return;
      memory.set('greeted', '1');
      memory.set('open', '1');
      set({ open: true, greets: false });
      tell({ type: 'open' });
      line.wake();
      look(parts);
    },
    close() {
      if (!now().open) return;
      memory.set('open', null);
      set({ open: false });
      tell({ type: 'close' });
    },
    say(text) {
      for (const { mediaId, mime, fileName } of uploads.take())
        put(parts, { content: { type: fileTypeOf(mime), mediaId }, ...(fileName ? { fileName } : {}) });
      if (text.trim() !== '') put(parts, { content: { type: 'text', text: text.trim() } });
    },
    choose: (messageId, { id, title }) => put(parts, { content: { type: 'button_reply', id, title } }, messageId),
    retry: outbox.retry,
    drop: outbox.drop,
    attach: uploads.add,
    detach: uploads.drop,
    reattach: uploads.retry,
    types() {
      if (time() - typed < TYPING_EACH || !line.say({ type: 'typing' })) return;
      typed = time();
    },
    older: () => void older(parts),
    dismissGreeting: () => set({ greets: false }),
    file: (mediaId, preview) => seat.with((token) => net.file(token, `/files/${encodeURIComponent(mediaId)}${preview ? '/preview' : ''}`)),
    draft: () => memory.get('draft') ?? '',
    keepDraft: (text) => memory.set('draft', text === '' ? null : text),
  };
}

const put = ({ outbox }: Parts, said: Pick<Waiting, 'content' | 'fileName'>, replyTo: string | null = null): void =>
  outbox.put({ ...said, clientId: crypto.randomUUID(), replyTo, at: time(), failed: null });
