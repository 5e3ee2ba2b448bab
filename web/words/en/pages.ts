import { access } from './access';
import { account } from './account';
import { agents } from './agents';
import { aims } from './aims';
import { analytics } from './analytics';
import { attaching } from './attaching';
import { board } from './board';
import { bots } from './bots';
import { canned } from './canned';
import { channels } from './channels';
import { contacts } from './contacts';
import { fields } from './fields';
import { firstRun } from './first-run';
import { health } from './health';
import { networks } from './networks';
import { preferences } from './preferences';
import { presence } from './presence';
import { reportColumns } from './report-columns';
import { reports } from './reports';
import { rules } from './rules';
import { stages } from './stages';
import { teams } from './teams';
import { templates } from './templates';
import { trial } from './trial';
import { webchat } from './webchat';

export const pages = {
  access,
  account,
  agents,
  aims,
  analytics,
  attaching,
  board,
  bots,
  canned,
  channels,
  contacts,
  fields,
  firstRun,
  health,
  networks,
  preferences,
  presence,
  reportColumns,
  reports,
  rules,
  stages,
  teams,
  templates,
  trial,
  webchat,
};

/** The words that only the pages beside the inbox say. */
export type PageWords = typeof pages;
