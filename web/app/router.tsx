import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { type FiguresSearch, readFiguresSearch } from '../analytics/address';
import { readTicketsSearch, type TicketsSearch } from '../analytics/tickets-search';
import { isProblem } from '../api/ask';
import { preferencesQuery } from '../api/preferences';
import { workspaceQuery } from '../api/workspace';
import { type BoardSearch, readBoardSearch } from '../board/search';
import { type ReportsSearch, readReportsSearch } from '../reports/search';
import { readLanguage, readPageWords } from '../words';
import { Broken } from './broken';
import { type ListSearch, readListSearch } from './list-search';
import { Nowhere } from './nowhere';
import { only } from './only';
import { Shell } from './shell';

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Nowhere, errorComponent: Broken });

/** The code of a page that has words of its own comes together with them. */
const withWords =
  <Module,>(load: () => Promise<Module>) =>
  async (): Promise<Module> =>
    (await Promise.all([load(), readPageWords()]))[0];

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(
    withWords(() => import('../first-run/setup-page')),
    'SetupPage',
  ),
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { to?: string } => (typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? { to: search.to } : {}),
  component: lazyRouteComponent(
    withWords(() => import('../first-run/login-page')),
    'LoginPage',
  ),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(
    withWords(() => import('../first-run/invite-page')),
    'InvitePage',
  ),
});

/** Everything behind the door: who is not logged in goes there first and comes back. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  loader: async ({ context: { queries }, location }) => {
    try {
      const [{ language }] = await Promise.all([queries.ensureQueryData(preferencesQuery), queries.ensureQueryData(workspaceQuery)]);
      await readLanguage(language);
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) throw redirect({ to: '/login', search: { to: location.href } });
      throw error;
    }
  },
  component: Shell,
  errorComponent: Broken,
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view/{-$ticketId}', params: { view: 'mine' } });
  },
});

const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox/$view/{-$ticketId}',
  validateSearch: only<ListSearch>(readListSearch),
  component: lazyRouteComponent(() => import('../inbox/inbox-page'), 'InboxPage'),
});

const page = <const Path extends string, Load extends () => Promise<Record<string, unknown>>>(
  path: Path,
  load: Load,
  name: keyof Awaited<ReturnType<Load>> & string,
) => createRoute({ getParentRoute: () => desk, path, component: lazyRouteComponent(withWords(load) as never, name) });

const connectRoute = createRoute({
  getParentRoute: () => desk,
  path: '/settings/channels/new',
  validateSearch: (search): { kind?: string } => (typeof search.kind === 'string' ? { kind: search.kind } : {}),
  component: lazyRouteComponent(
    withWords(() => import('../settings/channels/connect-page')),
    'ConnectPage',
  ),
});

const board = createRoute({
  getParentRoute: () => desk,
  path: '/board',
  validateSearch: only<BoardSearch>(readBoardSearch),
  component: lazyRouteComponent(
    withWords(() => import('../board/board-page')),
    'BoardPage',
  ),
});

const contacts = createRoute({
  getParentRoute: () => desk,
  path: '/contacts/{-$contactId}',
  validateSearch: ({ q }): { q?: string } => (['string', 'number'].includes(typeof q) && q !== '' ? { q: String(q) } : {}),
  component: lazyRouteComponent(
    withWords(() => import('../contacts/contacts-page')),
    'ContactsPage',
  ),
});

const reports = createRoute({
  getParentRoute: () => desk,
  path: '/reports',
  validateSearch: only<ReportsSearch>(readReportsSearch),
  component: lazyRouteComponent(
    withWords(() => import('../reports/reports-page')),
    'ReportsPage',
  ),
});

const analytics = createRoute({
  getParentRoute: () => desk,
  path: '/analytics',
  validateSearch: only<FiguresSearch>(readFiguresSearch),
  component: lazyRouteComponent(
    withWords(() => import('../analytics/analytics-page')),
    'AnalyticsPage',
  ),
});

const behind = createRoute({
  getParentRoute: () => desk,
  path: '/analytics/tickets',
  validateSearch: only<TicketsSearch>(readTicketsSearch),
  component: lazyRouteComponent(
    withWords(() => import('../analytics/tickets-page')),
    'TicketsPage',
  ),
});

const pages = [
  page('/welcome', () => import('../first-run/welcome-page'), 'WelcomePage'),
  page('/settings/{-$section}', () => import('../settings/settings-page'), 'SettingsPage'),
  page('/settings/channels/$channelId/{-$tab}', () => import('../settings/channels/channel-page'), 'ChannelPage'),
  page('/settings/replays/$replayId', () => import('../settings/replay/replay-page'), 'ReplayPage'),
  page('/settings/bots/$botId', () => import('../settings/bots/bot-page'), 'BotPage'),
  page('/preferences', () => import('../preferences/preferences-page'), 'PreferencesPage'),
  page('/more', () => import('./more-page'), 'MorePage'),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    setup,
    invite,
    login,
    desk.addChildren([home, inbox, board, contacts, analytics, behind, reports, connectRoute, ...pages]),
  ]),
  context: undefined as unknown as Context,
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
