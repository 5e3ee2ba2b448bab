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

export const en = {
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

/** Every word of the inbox and of the frame around the pages; the other languages are held to this shape. */
export type Words = typeof en;
