import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../parts/empty';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import { type Token, tokensQuery } from './query';
import { RevokeToken } from './revoke-token';
import { TokenDialog } from './token-dialog';
import { TokenRow } from './token-row';
import './tokens.css';

type Open = { readonly what: 'add' } | { readonly what: 'revoke'; readonly token: Token };

/** What machines call the desk with. */
export function TokensPage() {
  const { settings, access } = useWords();
  const title = settings.frame.sections.tokens;
  const { data: tokens, error } = useQuery(tokensQuery);
  const [open, show] = useState<Open | null>(null);
  if (!tokens) return <Loading title={title} error={error} rows={3} />;
  const close = () => show(null);
  const add = (
    <button type="button" className="btn go" onClick={() => show({ what: 'add' })}>
      <Icon name="plus" />
      {access.tokens.add}
    </button>
  );
  return (
    <SettingsFrame title={title} says={access.tokens.says} actions={tokens.length > 0 ? add : null}>
      {tokens.length > 0 ? (
        <Table tokens={tokens} onRevoke={(token) => show({ what: 'revoke', token })} />
      ) : (
        <Empty icon="lock" title={access.tokens.emptyTitle} says={access.tokens.emptySays}>
          {add}
        </Empty>
      )}
      {open?.what === 'add' ? <TokenDialog onClose={close} /> : null}
      {open?.what === 'revoke' ? <RevokeToken token={open.token} onClose={close} /> : null}
    </SettingsFrame>
  );
}

interface TableProps {
  readonly tokens: readonly Token[];
  readonly onRevoke: (token: Token) => void;
}

function Table({ tokens, onRevoke }: TableProps) {
  const { table } = useWords().access.tokens;
  return (
    <div className="card tokens">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{table.name}</th>
            <th scope="col">{table.may}</th>
            <th scope="col">{table.used}</th>
            <th scope="col">{table.ends}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => onRevoke(token)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
