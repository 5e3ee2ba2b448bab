import { useState } from 'react';
import { Face } from '../parts/face';
import { useWords } from '../words';
import type { Behind } from './behind';
import { Meanings } from './meanings';
import { PeopleTable } from './people';
import type { SummaryJson } from './query';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** Who closed, answered and wrote how much. */
export function Agents({ summary, behind }: Props) {
  const words = useWords().analytics;
  const [meanings, show] = useState(false);
  const rows = [...summary.agents]
    .sort((a, b) => b.closed - a.closed)
    .map(({ id, name, messages, ...rest }) => ({
      ...rest,
      key: id,
      of: { agent: id },
      other: messages,
      name: (
        <span className="row">
          <Face id={id} name={name} size={20} />
          <bdi className="cut" title={name}>
            {name}
          </bdi>
        </span>
      ),
    }));
  return (
    <section className="card people" aria-label={words.people.agents}>
      <div className="h">
        <h2>{words.people.agents}</h2>
        <span className="sm mute">{words.people.agentsSays}</span>
        <span className="grow" />
        <button type="button" className="link sm" onClick={() => show(true)}>
          {words.meanings.open}
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="c none mute">{words.people.none}</p>
      ) : (
        <PeopleTable rows={rows} behind={behind} heads={{ name: words.people.agent, other: words.people.messages }} />
      )}
      {meanings ? <Meanings onClose={() => show(false)} /> : null}
    </section>
  );
}
