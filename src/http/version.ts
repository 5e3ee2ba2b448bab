import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The product's version. Its package.json is beside the sources and one folder further up when built. */
export const VERSION: string = JSON.parse(readFileSync(join(packageFolder(__dirname), 'package.json'), 'utf8')).version;

function packageFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(dirname(folder));
}
