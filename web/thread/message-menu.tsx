import { Menu } from '@mantine/core';
import { ask } from '../api/ask';
import type { Message } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { quote } from '../composer/draft';
import { putMessages } from '../live/messages';
import { Icon } from '../parts/icon';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { useAround } from './context';
import { saidBy } from './said';

interface Props {
  readonly message: Message;
  /** What was pressed. */
  readonly by: HTMLElement;
  readonly onClose: () => void;
  readonly onProblem: (error: unknown) => void;
}

const USUAL = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** What can be done with one message. */
export function MessageMenu({ message, by, onClose, onProblem }: Props) {
  const words = useWords();
  const { menu } = words.thread;
  const { ticket } = useAround();
  const box = by.getBoundingClientRect();
  const mayReply = ticket.allowedActions.includes('reply') && message.direction !== 'note';
  const copy = () => void navigator.clipboard.writeText(saidBy(message.content, words)).then(() => toast(words.common.copied));
  const close = () => {
    onClose();
    by.focus();
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-end"
      withinPortal={false}
      floatingStrategy="fixed"
      withInitialFocusPlaceholder={false}
      returnFocus={false}
      trapFocus
    >
      <Menu.Target>
        <button
          type="button"
          className="anchor"
          tabIndex={-1}
          aria-label={menu.open}
          style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={menu.title}>
        {mayReply ? <Emoji message={message} onProblem={onProblem} onDone={close} /> : null}
        {mayReply ? (
          <Menu.Item
            leftSection={<Icon name="reply" flips />}
            onClick={() => {
              onClose();
              quote(ticket.id, message.id);
            }}
          >
            {menu.reply}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<Icon name="copy" />} onClick={copy}>
          {menu.copy}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface EmojiProps {
  readonly message: Message;
  readonly onProblem: (error: unknown) => void;
  readonly onDone: () => void;
}

/** The emoji that this network takes; the one that we have put is taken back by pressing it again. */
function Emoji({ message, onProblem, onDone }: EmojiProps) {
  const { menu } = useWords().thread;
  const { ticket } = useAround();
  const offered = useReactions(ticket.channel.id);
  const ours = message.reactions.find(({ by }) => by === 'business')?.emoji ?? null;
  if (message.providerMessageId === null || offered.length === 0) return null;
  const react = (emoji: string) => {
    onDone();
    ask<Message>('PUT', `/messages/${message.id}/reaction`, { body: { emoji: emoji === ours ? null : emoji } })
      .then((now) => putMessages([now]))
      .catch(onProblem);
  };
  return (
    <div className="emojis">
      {offered.map((emoji) => (
        <Menu.Item
          key={emoji}
          className={emoji === ours ? 'on' : undefined}
          aria-label={emoji === ours ? menu.takeBack : menu.react(emoji)}
          onClick={() => react(emoji)}
        >
          {emoji}
        </Menu.Item>
      ))}
    </div>
  );
}

function useReactions(channelId: string): readonly string[] {
  const { channels } = useWorkspace();
  const reactions = channels.find(({ id }) => id === channelId)?.capabilities.reactions ?? [];
  return reactions === 'any' ? USUAL : reactions.slice(0, USUAL.length);
}
