import type { Words } from '../en';
import { common } from './common';
import { composer } from './composer';
import { delivery } from './delivery';
import { files } from './files';
import { inbox } from './inbox';
import { keys } from './keys';
import { palette } from './palette';
import { settings } from './settings';
import { shell } from './shell';
import { targets } from './targets';
import { thread } from './thread';
import { ticket } from './ticket';
import { together } from './together';

export const es: Words = {
  common,
  composer,
  delivery,
  files,
  inbox,
  keys,
  palette,
  settings,
  shell,
  targets,
  thread,
  ticket,
  together,
};
