import { useQuery } from '@tanstack/react-query';
import { Modal } from '../parts/dialog';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { metricsQuery } from './query';

/** What every number counts: the same table that the desk counts by. */
export function Meanings({ onClose }: { readonly onClose: () => void }) {
  const { analytics, common } = useWords();
  const words = analytics.meanings;
  const { data = [], error } = useQuery(metricsQuery);
  return (
    <Modal opened onClose={onClose} title={words.title} size={620} closeButtonProps={{ 'aria-label': common.close }}>
      <p className="soft">{words.says}</p>
      {error ? <ProblemLine error={error} what={analytics.notRead} /> : null}
      <dl className="meanings">
        {data.map(({ id, says, businessHours }) => (
          <div key={id}>
            <dt>
              {words.sentences[id]?.name ?? id} <span className="mono sm mute">{id}</span>
            </dt>
            <dd>
              {words.sentences[id]?.says ?? says}
              {businessHours ? <span className="mute"> {words.business}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
