import { Link } from '@tanstack/react-router';
import { Drawer } from '../../parts/dialog';
import { useWords } from '../../words';
import { actIn, type Entry, isSecret, valueIn } from './said';
import { When } from './when';

/** One act: who, when, from where, and every value before and after. */
export function ChangesDrawer({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { common, access } = useWords();
  const { audit: words } = access;
  const { at, actor, target, address, changes } = entry;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={actIn(entry, words)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <p className="soft">
        <bdi>{actor.name}</bdi>, <When at={at} />
        {address ? (
          <>
            , <span className="mono">{address}</span>
          </>
        ) : null}
      </p>
      {target?.name ? (
        <p className="target">
          <bdi>{target.name}</bdi>
        </p>
      ) : null}
      {target?.kind === 'contact' ? (
        <p className="target">
          <Link to="/contacts/{-$contactId}" params={{ contactId: target.id }}>
            {words.kinds.contact}
          </Link>
        </p>
      ) : null}
      {changes.length > 0 ? <Changes changes={changes} /> : <p className="mute">{words.noChanges}</p>}
    </Drawer>
  );
}

function Changes({ changes }: Pick<Entry, 'changes'>) {
  const { audit: words } = useWords().access;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.path}>
          <span className="mono sm mute block" dir="ltr">
            {change.path}
          </span>
          <Value label={words.before} value={secretOr(change, change.from, words)} />
          <Value label={words.after} value={secretOr(change, change.to, words)} />
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useWords>['access']['audit'];

function secretOr(change: Entry['changes'][number], value: unknown, words: Words): string {
  if (!isSecret(change) || value === null) return valueIn(value, words);
  return value === 'set' ? words.set : words.changed;
}

function Value({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span className="value">
      <span className="sm mute">{label}</span>
      <span dir="auto">{value}</span>
    </span>
  );
}
