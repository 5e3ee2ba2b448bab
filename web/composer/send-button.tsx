import type { Policy } from '../../src/domain/policy';
import { usePreferences } from '../api/preferences';
import { useWorkspace } from '../api/workspace';
import { Caps } from '../keys/caps';
import { ariaKeys } from '../keys/chord';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { type After, afterReply } from './after';
import type { Writing } from './use-writing';

interface Props {
  readonly writing: Writing;
  readonly reason: string;
}

/** A press on the button leaves the caret where it is. */
export const keepCaret = (event: { preventDefault: () => void }): void => event.preventDefault();

/** `aria-disabled` and not `disabled`: whoever comes here by key hears the reason. */
export function SendButton({ writing, reason }: Props) {
  const { composer } = useWords();
  const { sendWith } = usePreferences();
  const { mode, off, draft, send } = writing;
  const chord = sendWith === 'enter' ? 'Enter' : 'Mod+Enter';
  const says = mode === 'note' ? composer.addNote : composer.send;
  const more = useAfters(writing).length > 0 && mode === 'reply';
  return (
    <span className={more ? 'pair' : ''}>
      <button
        type="button"
        className="btn go send"
        aria-disabled={off !== null || draft.sending}
        aria-describedby={off === null ? undefined : reason}
        aria-keyshortcuts={ariaKeys(chord)}
        title={off ?? undefined}
        onMouseDown={keepCaret}
        onClick={() => send()}
      >
        <span className="says">
          <span className={draft.sending ? 'waits' : ''} aria-hidden={draft.sending}>
            {says} <Caps chord={chord} joined />
          </span>
          {draft.sending ? <span>{composer.sending}</span> : null}
        </span>
      </button>
      {more ? <MoreWays writing={writing} /> : null}
    </span>
  );
}

const ICONS: Record<After, IconName> = { close: 'check', 'in-progress': 'setAside', snooze: 'snooze' };

/** What can follow a reply at once. */
export function useAfters({ ticket }: Writing): After[] {
  const { me, policy } = useWorkspace();
  return afterReply({ ticket, me, policy: policy as Policy['settings']['policy'] });
}

export function AfterItems({ writing }: { readonly writing: Writing }) {
  const { composer } = useWords();
  return useAfters(writing).map((after) => (
    <Menu.Item key={after} leftSection={<Icon name={ICONS[after]} />} disabled={writing.off !== null} onClick={() => writing.send(after)}>
      {composer.after[after]}
    </Menu.Item>
  ));
}

function MoreWays({ writing }: { readonly writing: Writing }) {
  const { composer } = useWords();
  return (
    <Menu {...IN_PLACE} position="top-end" returnFocus>
      <Menu.Target>
        <button
          type="button"
          className="btn go"
          aria-label={composer.moreWays}
          title={composer.moreWays}
          aria-disabled={writing.off !== null || undefined}
        >
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <AfterItems writing={writing} />
      </Menu.Dropdown>
    </Menu>
  );
}
