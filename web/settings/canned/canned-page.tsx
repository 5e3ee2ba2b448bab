import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cannedMatching } from '../../../src/domain/canned';
import { type CannedReply, cannedQuery } from '../../api/canned';
import { Empty } from '../../parts/empty';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import './canned.css';
import { CannedEditor } from './canned-editor';
import { CannedList } from './canned-list';

/** Texts that agents insert by their shortcuts. `new` stands for the one that is not there yet. */
export function CannedPage() {
  const { settings, canned } = useWords();
  const title = settings.frame.sections.canned;
  const { data: replies, error } = useQuery(cannedQuery);
  const [open, show] = useState<string | null>(null);
  if (!replies) return <Loading title={title} error={error} rows={4} />;
  const shown = open === 'new' ? null : replies.find(({ id }) => id === open);
  return (
    <SettingsFrame
      title={title}
      actions={
        <button type="button" className="btn go" onClick={() => show('new')}>
          <Icon name="plus" />
          {canned.add}
        </button>
      }
    >
      <div className={`replies ${shown === undefined ? '' : 'opened'}`}>
        <Found replies={replies} open={open} onOpen={show} />
        {shown === undefined ? null : <CannedEditor key={open} reply={shown} onKept={({ id }) => show(id)} onClose={() => show(null)} />}
      </div>
    </SettingsFrame>
  );
}

interface FoundProps {
  readonly replies: readonly CannedReply[];
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
}

function Found({ replies, open, onOpen }: FoundProps) {
  const { canned } = useWords();
  const [q, search] = useState('');
  if (replies.length === 0) return <Empty icon="canned" title={canned.none} says={canned.noneSays} />;
  const found = cannedMatching(replies, q);
  return (
    <section className="card">
      <div className="find">
        <input
          className="input"
          type="search"
          placeholder={canned.search}
          aria-label={canned.search}
          value={q}
          onChange={(event) => search(event.target.value)}
        />
      </div>
      {found.length === 0 ? <p className="soft says">{canned.notFound(q)}</p> : <CannedList replies={found} open={open} onOpen={onOpen} />}
    </section>
  );
}
