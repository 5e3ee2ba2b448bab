import type { Outside } from '../../src/ports/channel';

const LOGIN = 'https://login.microsoftonline.com';
const KEYS = 'https://login.botframework.com';
const TEAMS = 'https://smba.trafficmanager.net/teams/';

/** Hosts of the service itself: what a verified call names beyond them is not called. Of trafficmanager.net anybody can have a name. */
const EXACT: ReadonlySet<string> = new Set(['smba.trafficmanager.net', 'botframework.com']);
const BELOW = ['.botframework.com', '.teams.microsoft.com'];

type Base = Pick<Outside, 'botFrameworkUrl'>;

const standIn = ({ botFrameworkUrl }: Base, own: string): string => (botFrameworkUrl ?? own).replace(/\/+$/, '');

/** Where the keys are described with which the service signs. */
export const keysUrl = (outside: Base): string => `${standIn(outside, KEYS)}/v1/.well-known/openidconfiguration`;

/** Where the app proves who it is; without a tenant of its own, with the service's. */
export const tokenUrl = (outside: Base, tenant: string | undefined): string =>
  `${standIn(outside, LOGIN)}/${encodeURIComponent(tenant || 'botframework.com')}/oauth2/v2.0/token`;

/** Where Teams is reached before it has said where somebody is. */
export const teamsUrl = TEAMS;

/** Whether a token of ours may go there. */
export function isService(url: string, { botFrameworkUrl }: Base): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username } = new URL(url);
  if (botFrameworkUrl !== null && origin === new URL(botFrameworkUrl).origin) return true;
  return protocol === 'https:' && username === '' && (EXACT.has(hostname) || BELOW.some((end) => hostname.endsWith(end)));
}

/** The address as it is called: BOT_FRAMEWORK_URL stands in for all hosts of the service. */
export function called(url: string, { botFrameworkUrl }: Base): string {
  if (botFrameworkUrl === null) return url;
  const { pathname, search } = new URL(url);
  return `${new URL(botFrameworkUrl).origin}${pathname}${search}`;
}
