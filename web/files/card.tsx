import { focusComposer } from '../composer/draft';
import type { Writing } from '../composer/use-writing';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useWords } from '../words';
import { attached } from './attached';
import type { Attachment } from './attachment';
import { CardState } from './card-state';
import { Look } from './look';

interface Props {
  readonly writing: Writing;
  readonly file: Attachment;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** One attached file: what it looks like, how far it is, and what can be done with it. */
export function Card({ writing: { ticket, draft }, file, isFirst, isLast }: Props) {
  const { attaching, inbox } = useWords();
  const name = file.seconds === null ? file.name : (inbox.types.voice ?? file.name);
  const bad = file.state === 'refused' || file.state === 'failed';
  const remove = () => {
    attached.remove(ticket.id, file.id);
    focusComposer();
  };
  return (
    <li className={bad ? 'bad' : undefined}>
      <Look file={file} name={name} />
      <span className="told">
        <bdi className="cut" title={name}>
          {name}
        </bdi>
        <CardState ticket={ticket} file={file} name={name} />
      </span>
      {draft.sending ? null : (
        <span className="acts">
          {isFirst ? null : <Act icon="back" flips says={attaching.earlier(name)} act={() => attached.move(ticket.id, file.id, -1)} />}
          {isLast ? null : <Act icon="forward" flips says={attaching.later(name)} act={() => attached.move(ticket.id, file.id, 1)} />}
          <Act icon="cross" says={(file.state === 'up' ? attaching.stop : attaching.remove)(name)} act={remove} />
        </span>
      )}
    </li>
  );
}

interface ActProps {
  readonly icon: IconName;
  readonly flips?: boolean;
  readonly says: string;
  readonly act: () => void;
}

const Act = ({ icon, flips = false, says, act }: ActProps) => (
  <button type="button" className="btn quiet icon small" aria-label={says} title={says} onClick={act}>
    <Icon name={icon} size="s" flips={flips} />
  </button>
);
