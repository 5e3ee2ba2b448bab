import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { ChooseFiles } from '../files/choose-files';
import { useAttach } from '../files/use-attach';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useMinute } from '../parts/now';
import { leftOf, Ring } from '../parts/time-left';
import { canRecordFor } from '../voice/form';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Dialogs, type Opened } from './dialogs';
import { Left } from './head';
import { AfterItems, keepCaret, useAfters } from './send-button';
import { askCanned, offered } from './tools';
import type { Writing } from './use-writing';

interface Props {
  readonly writing: Writing;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly reason: string;
  /** The text; null where none can be written now. */
  readonly children: ReactNode;
}

/** The composer in one line: more, the text with the way to a note, send. */
export function PhoneLine({ writing, area, reason, children }: Props) {
  const { composer } = useWords();
  const { mode, off, draft, send, turn } = writing;
  const note = mode === 'note';
  const says = note ? composer.addNote : composer.send;
  if (!children)
    return (
      <>
        <Window writing={writing} />
        <button type="button" className="btn instead" onClick={() => turn('note')}>
          <Icon name="lock" />
          {composer.writeNote}
        </button>
      </>
    );
  return (
    <>
      <Window writing={writing} />
      <div className="row line1">
        <More writing={writing} area={area} />
        <div className="input">
          {children}
          <button
            type="button"
            className="touch"
            aria-label={note ? composer.writeReply : composer.writeNote}
            onMouseDown={keepCaret}
            onClick={() => turn(note ? 'reply' : 'note')}
          >
            <Icon name={note ? 'reply' : 'lock'} />
          </button>
        </div>
        <button
          type="button"
          className="sendb"
          aria-label={draft.sending ? composer.sending : says}
          aria-disabled={off !== null || draft.sending}
          aria-describedby={off === null ? undefined : reason}
          onMouseDown={keepCaret}
          onClick={() => send()}
        >
          <Icon name="send" flips />
        </button>
      </div>
    </>
  );
}

const SOON = 4 * 3_600_000;

/** How long one can still answer, and until when. */
function Window({ writing }: { readonly writing: Writing }) {
  const { composer, common } = useWords();
  const times = useTimes();
  const now = useMinute();
  const { standing } = writing;
  if (standing.kind === 'barred') return null;
  if (standing.kind !== 'free' || standing.human) {
    return (
      <div className="window">
        <Left writing={writing} />
      </div>
    );
  }
  if (standing.closesAt === null) return null;
  const left = Math.max(0, standing.closesAt - now);
  const whole = writing.channel?.window.freeText ?? left;
  return (
    <div className="window">
      <span className={`left ${left <= SOON ? 'soon' : ''}`}>
        <Ring share={left / whole} />
        {composer.leftToAnswer(common.lasting(leftOf(left, whole)))}
      </span>
      <span className="sm mute">{composer.until(times.moment(standing.closesAt, now))}</span>
    </div>
  );
}

function More({ writing, area }: Pick<Props, 'writing' | 'area'>) {
  const { composer, files } = useWords();
  const { tools } = composer;
  const attach = useAttach(writing);
  const canRecord = canRecordFor(attach.limits) && writing.recording === 'off';
  const choose = useRef<() => void>(null);
  const [opened, open] = useState<Opened | null>(null);
  const can = offered(writing);
  const afters = useAfters(writing);
  return (
    <>
      <Menu {...IN_PLACE} position="top-start" returnFocus={false}>
        <Menu.Target>
          <button type="button" className="touch" aria-label={tools.more}>
            <Icon name="plus" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {attach.limits ? (
            <Menu.Item leftSection={<Icon name="attach" />} onClick={() => choose.current?.()}>
              {files.attach}
            </Menu.Item>
          ) : null}
          {canRecord ? (
            <Menu.Item leftSection={<Icon name="voice" />} onClick={() => writing.record('on')}>
              {files.record}
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<Icon name="canned" />} onClick={() => askCanned(area.current)}>
            {tools.canned}
          </Menu.Item>
          {can.template ? (
            <Menu.Item leftSection={<Icon name="template" />} onClick={() => open('template')}>
              {tools.template}
            </Menu.Item>
          ) : null}
          {can.choices ? (
            <Menu.Item leftSection={<Icon name="choices" />} onClick={() => open('choices')}>
              {tools.choices}
            </Menu.Item>
          ) : null}
          {writing.mode === 'reply' && afters.length > 0 ? <AfterItems writing={writing} /> : null}
        </Menu.Dropdown>
      </Menu>
      <ChooseFiles attach={attach}>
        {(open) => {
          choose.current = open;
          return null;
        }}
      </ChooseFiles>
      <Dialogs writing={writing} opened={opened} onClose={() => open(null)} />
    </>
  );
}
