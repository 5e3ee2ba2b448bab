import { useQuery } from '@tanstack/react-query';
import type { Channel } from '../../api/types';
import { useWords } from '../../words';
import { accountOf } from './account-of';
import { kindsQuery } from './queries';

/** The network and the account there. */
export function KindLine({ channel }: { readonly channel: Channel }) {
  const { common, shell } = useWords();
  const { data: kinds } = useQuery(kindsQuery);
  const account = accountOf(channel);
  const title = kinds?.find(({ kind }) => kind === channel.kind)?.title ?? common.networks[channel.kind] ?? channel.kind;
  return (
    <>
      {title}
      {account ? (
        <>
          {' · '}
          <bdi className="mono">{account}</bdi>
        </>
      ) : null}{' '}
      {channel.trial ? <span className="trialtag">{shell.trialMark}</span> : null}
    </>
  );
}
