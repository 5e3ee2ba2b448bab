import { agents } from './agents';
import { board } from './board';
import { bots } from './bots';
import { canned } from './canned';
import { channels } from './channels';
import { common } from './common';
import { composer } from './composer';
import { contacts } from './contacts';
import { firstRun } from './first-run';
import { inbox } from './inbox';
import { keys } from './keys';
import { palette } from './palette';
import { people } from './people';
import { preferences } from './preferences';
import { rules } from './rules';
import { settings } from './settings';
import { shell } from './shell';
import { stages } from './stages';
import { thread } from './thread';
import { ticket } from './ticket';
import { trial } from './trial';

export const en = {
  agents,
  board,
  bots,
  canned,
  channels,
  common,
  composer,
  contacts,
  firstRun,
  inbox,
  keys,
  palette,
  people,
  preferences,
  rules,
  settings,
  shell,
  stages,
  thread,
  ticket,
  trial,
};

/** Every word on every screen; the other languages are held to this shape. */
export type Words = typeof en;
