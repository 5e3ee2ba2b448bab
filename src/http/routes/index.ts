import type { Route } from '../route';
import { AGENTS } from './agents';
import { BOTS } from './bots';
import { BULK } from './bulk';
import { CANNED } from './canned';
import { CHANNELS } from './channels';
import { CONTACTS } from './contacts';
import { FIELDS } from './fields';
import { ME } from './me';
import { MESSAGES } from './messages';
import { PREFERENCES } from './preferences';
import { PREVIEW } from './preview';
import { PUSH } from './push';
import { SESSION } from './session';
import { SETTINGS_ROUTES } from './settings';
import { STAGES } from './stages';
import { TICKET_ACTIONS } from './ticket-actions';
import { TICKETS } from './tickets';
import { TRIAL } from './trial';
import { VIEWS } from './views';
import { WORKSPACE } from './workspace';

/** Every call of the API: what is not a row here answers 404. */
export const ROUTES: readonly Route[] = [
  ...SESSION,
  ...ME,
  ...PREFERENCES,
  ...PUSH,
  ...WORKSPACE,
  ...TICKETS,
  ...TICKET_ACTIONS,
  ...BULK,
  ...MESSAGES,
  ...CONTACTS,
  ...STAGES,
  ...FIELDS,
  ...CHANNELS,
  ...BOTS,
  ...TRIAL,
  ...AGENTS,
  ...SETTINGS_ROUTES,
  ...PREVIEW,
  ...CANNED,
  ...VIEWS,
];
