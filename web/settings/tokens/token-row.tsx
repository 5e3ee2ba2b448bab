import { useWorkspace } from '../../api/workspace';
import { useMinute } from '../../parts/now';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import type { Token } from './query';

interface Props {
  readonly token: Token;
  readonly onRevoke: () => void;
}

export function TokenRow({ token, onRevoke }: Props) {
  const { access, agents } = useWords();
  const { teams } = useWorkspace();
  const { tokens: words } = access;
  const { name, role, scopes, teamIds, createdBy, lastUsedAt } = token;
  const theirs = teams.filter(({ id }) => teamIds.includes(id)).map((team) => team.name);
  const all = scopes.includes('*');
  return (
    <tr>
      <th scope="row">
        <span className="cut block" title={name}>
          <bdi>{name}</bdi>
        </span>
        {createdBy ? (
          <span className="sm mute cut block" dir="auto">
            {words.madeBy(createdBy.name)}
          </span>
        ) : null}
      </th>
      <td title={all ? undefined : scopes.join(', ')}>
        {all ? words.everything : words.scopes(scopes.length)}
        <span className="mute sm block" dir="auto">
          {[agents.roles[role], ...theirs].join(', ')}
        </span>
      </td>
      <td>
        <span className="phoneonly">{words.table.used}: </span>
        {lastUsedAt ? <Ago at={lastUsedAt} /> : <span className="mute">{words.never}</span>}
      </td>
      <td>
        <span className="phoneonly">{words.table.ends}: </span>
        <End token={token} />
      </td>
      <td className="r">
        <button type="button" className="btn small" aria-label={words.revokeThis(name)} onClick={onRevoke}>
          {words.revoke}
        </button>
      </td>
    </tr>
  );
}

function Ago({ at }: { readonly at: string }) {
  const times = useTimes();
  return <time dateTime={at}>{times.ago(at, useMinute())}</time>;
}

function End({ token: { expiresAt } }: Pick<Props, 'token'>) {
  const { tokens: words } = useWords().access;
  const times = useTimes();
  const now = useMinute();
  if (expiresAt === null) return <span className="mute">{words.never}</span>;
  const when = times.moment(expiresAt, now);
  return Date.parse(expiresAt) > now ? <time dateTime={expiresAt}>{when}</time> : <span className="wrongtext">{words.over(when)}</span>;
}
