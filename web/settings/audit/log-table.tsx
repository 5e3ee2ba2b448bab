import { useWords } from '../../words';
import { actIn, type Entry } from './said';
import { When } from './when';

interface Props {
  readonly entries: readonly Entry[];
  readonly onLook: (entry: Entry) => void;
}

export function LogTable({ entries, onLook }: Props) {
  const { table } = useWords().access.audit;
  return (
    <div className="card log">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{table.at}</th>
            <th scope="col">{table.who}</th>
            <th scope="col">{table.what}</th>
            <th scope="col">{table.from}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} onLook={() => onLook(entry)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry, onLook }: { readonly entry: Entry; readonly onLook: () => void }) {
  const { audit: words } = useWords().access;
  const { at, actor, target, address, changes } = entry;
  const what = actIn(entry, words);
  const name = target?.name && target.id !== actor.id ? target.name : null;
  return (
    <tr>
      <td className="nw">
        <When at={at} />
      </td>
      <td>
        <bdi className="cut block" title={actor.name ?? undefined}>
          {actor.name}
        </bdi>
      </td>
      <td className="what">
        <button type="button" className="plain" aria-label={words.lookAt([what, name].filter(Boolean).join(' '))} onClick={onLook}>
          {what}
          {name ? (
            <>
              : <bdi>{name}</bdi>
            </>
          ) : null}
        </button>
        {changes.length > 0 ? <span className="mute sm block">{words.changes(changes.length)}</span> : null}
      </td>
      <td className="mono sm mute nw" dir="ltr">
        {address}
      </td>
    </tr>
  );
}
