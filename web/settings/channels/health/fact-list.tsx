import { useWords } from '../../../words';
import type { Facts } from './queries';
import { useFactRows } from './use-fact-rows';

/** What the channel is judged by, each with its time. */
export function FactList({ facts }: { readonly facts: Facts }) {
  const { health } = useWords();
  return (
    <section className="card">
      <div className="h">
        <h2>{health.facts.title}</h2>
      </div>
      <dl className="factlist">
        {useFactRows(facts).map(([name, value]) => (
          <div key={name}>
            <dt className="mute">{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
