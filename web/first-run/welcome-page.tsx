import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, get } from '../api/ask';
import type { Agent } from '../api/types';
import { useWorkspace, workspaceQuery } from '../api/workspace';
import { ChannelMark } from '../parts/channel-mark';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { kindsQuery } from '../settings/channels/queries';
import { useWords } from '../words';
import { Art } from './art';
import './first-run.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The account was made on the page before. */
    readonly made?: boolean;
  }
}

/** How a desk begins is an admin's choice. */
export function WelcomePage() {
  const { me } = useWorkspace();
  return me.role === 'admin' ? <Ways /> : <Navigate to="/inbox/$view/{-$ticketId}" params={{ view: 'mine' }} replace />;
}

/** The first choice: be the customer on the built-in phone, or connect one's own channel. Where no trial may run, the other way alone. */
function Ways() {
  const { welcome, runsHere } = useWords().firstRun;
  const { data, isPending } = useQuery({ queryKey: ['trial'], queryFn: () => get<{ allowed: boolean }>('/trial') });
  const both = data?.allowed === true;
  return (
    <div className="setup page">
      <span />
      {isPending ? (
        <main />
      ) : (
        <main className={both ? '' : 'door'}>
          <Made />
          <h1>{both ? welcome.title : welcome.onlyTitle}</h1>
          <p className="lead">{both ? welcome.lead : welcome.onlyLead}</p>
          <div className="ways">
            {both ? <TrialWay /> : null}
            <ChannelWay />
          </div>
        </main>
      )}
      <footer>
        <span>{runsHere}</span>
      </footer>
    </div>
  );
}

/** Said to somebody who comes from setting up. */
function Made() {
  const { welcome } = useWords().firstRun;
  const { me } = useWorkspace();
  const { made } = useLocation().state;
  return made ? (
    <div className="done">
      <Icon name="check" />
      {welcome.made(me.name.split(' ')[0] ?? me.name)}
    </div>
  ) : null;
}

function TrialWay() {
  const { firstRun } = useWords();
  const queries = useQueryClient();
  const go = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async () => {
    setBusy(true);
    setError(null);
    try {
      // A ticket comes only to somebody who is there.
      await ask<Agent>('PUT', '/me/presence', { body: { presence: 'online' } });
      await ask('POST', '/trial', { body: {} });
      await Promise.all([queries.invalidateQueries(workspaceQuery), queries.invalidateQueries({ queryKey: ['trial'] })]);
      await go({ to: '/inbox/$view/{-$ticketId}', params: { view: 'mine', ticketId: undefined } });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <section className="way first">
      <Art />
      <h2>{firstRun.welcome.trialTitle}</h2>
      <p>{firstRun.welcome.trialSays}</p>
      {error ? <ProblemLine error={error} what={firstRun.welcome.trialFailed} /> : null}
      <button type="button" className="btn go" disabled={busy} onClick={() => void start()}>
        {busy ? firstRun.welcome.starting : firstRun.welcome.start}
        <Icon name="goTo" flips />
      </button>
    </section>
  );
}

function ChannelWay() {
  const { firstRun } = useWords();
  const { data: kinds = [] } = useQuery(kindsQuery);
  return (
    <section className="way">
      <h2>{firstRun.welcome.connectTitle}</h2>
      <p>{firstRun.welcome.connectSays}</p>
      <div className="kinds">
        {kinds.map(({ kind, title, config }) => (
          <Link key={kind} to="/settings/channels/new" search={{ kind }}>
            <ChannelMark kind={kind} flat />
            {title}
            <span className="mute">{firstRun.welcome.values(config.filter(({ required }) => required).length)}</span>
          </Link>
        ))}
      </div>
    </section>
  );
}
