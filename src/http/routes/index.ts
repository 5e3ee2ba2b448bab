import type { Route } from '../route';
import { ACCESS } from './access';
import { AGENTS } from './agents';
import { ANALYTICS } from './analytics';
import { ANALYTICS_PAST } from './analytics-past';
import { ANALYTICS_SUMMARY } from './analytics-summary';
import { ANALYTICS_TICKETS } from './analytics-tickets';
import { BOTS } from './bots';
import { BULK } from './bulk';
import { CANNED } from './canned';
import { CHANNEL_HEALTH } from './channel-health';
import { CHANNEL_LINE } from './channel-line';
import { CHANNELS } from './channels';
import { CONTACTS } from './contacts';
import { FIELDS } from './fields';
import { INVITES } from './invites';
import { ME } from './me';
import { MEDIA } from './media';
import { MESSAGES } from './messages';
import { PREFERENCES } from './preferences';
import { PRESENCE } from './presence';
import { PREVIEW } from './preview';
import { PUSH } from './push';
import { QUEUE } from './queue';
import { REPLAY } from './replay';
import { REPORT_SCHEDULES } from './report-schedules';
import { REPORTS } from './reports';
import { ROUTING_RULES } from './routing-rules';
import { SECURITY } from './security';
import { SESSION } from './session';
import { SETTINGS_ROUTES } from './settings';
import { STAGES } from './stages';
import { TARGETS } from './targets';
import { TEAMS } from './teams';
import { TEMPLATES } from './templates';
import { TICKET_ACTIONS } from './ticket-actions';
import { TICKETS } from './tickets';
import { TOGETHER } from './together';
import { TRIAL } from './trial';
import { VIEWS } from './views';
import { WHY } from './why';
import { WORKSPACE } from './workspace';

/** Every call of the API: what is not a row here answers 404. */
export const ROUTES: readonly Route[] = [
  ...SESSION,
  ...INVITES,
  ...ME,
  ...SECURITY,
  ...PREFERENCES,
  ...PUSH,
  ...WORKSPACE,
  ...ANALYTICS,
  ...ANALYTICS_PAST,
  ...ANALYTICS_SUMMARY,
  ...ANALYTICS_TICKETS,
  ...QUEUE,
  ...TICKETS,
  ...TICKET_ACTIONS,
  ...WHY,
  ...BULK,
  ...MESSAGES,
  ...MEDIA,
  ...TOGETHER,
  ...CONTACTS,
  ...STAGES,
  ...FIELDS,
  ...CHANNELS,
  ...CHANNEL_HEALTH,
  ...CHANNEL_LINE,
  ...TEMPLATES,
  ...BOTS,
  ...TRIAL,
  ...AGENTS,
  ...TEAMS,
  ...ROUTING_RULES,
  ...PRESENCE,
  ...SETTINGS_ROUTES,
  ...TARGETS,
  ...PREVIEW,
  ...REPLAY,
  ...REPORTS,
  ...REPORT_SCHEDULES,
  ...CANNED,
  ...VIEWS,
  ...ACCESS,
];
