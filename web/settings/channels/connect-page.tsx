import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { ChannelMark } from '../../parts/channel-mark';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { SettingsFrame } from '../settings-frame';
import './channels.css';
import { ConnectForm } from './connect-form';
import { type Kind, kindsQuery } from './queries';

/** Connecting an account: first the network, then its form. */
export function ConnectPage() {
  const { kind } = useSearch({ from: '/desk/settings/channels/new' });
  const { list, connect } = useWords().channels;
  const { data: kinds, error } = useQuery(kindsQuery);
  const chosen = kinds?.find((one) => one.kind === kind);
  return (
    <SettingsFrame title={connect.title} crumb="channels">
      {error ? <ProblemLine error={error} what={list.notLoaded} /> : null}
      <div className="setform">
        {kinds ? <Kinds kinds={kinds} /> : null}
        {chosen ? <ConnectForm key={chosen.kind} kind={chosen} /> : null}
      </div>
    </SettingsFrame>
  );
}

function Kinds({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { channels, networks } = useWords();
  const { connect } = channels;
  return (
    <nav className="field" aria-label={connect.kind}>
      <span className="label">{connect.kind}</span>
      <div className="kinds">
        {kinds.map(({ kind, title }) => (
          <Link
            key={kind}
            className="kind"
            to="/settings/channels/new"
            search={{ kind }}
            replace
            activeOptions={{ includeSearch: true }}
            activeProps={{ className: 'on', 'aria-current': 'true' }}
          >
            <ChannelMark kind={kind} flat className="big" />
            <span className="grow">
              <b className="block">{title}</b>
              <span className="sm mute block">{networks.about[kind]}</span>
            </span>
            <Icon name="forward" size="s" flips />
          </Link>
        ))}
      </div>
    </nav>
  );
}
