import { posix } from 'node:path';

/** A folder, a file without its extension, a package, or `node:` for everything that Node brings. */
export type Door = string;
export const ANYTHING: Door[] = ['*'];
type Rooms = Readonly<Record<string, readonly Door[]>>;

/** The room of a file: the longest name that is the file or a folder above it; null when it is in none. */
export function roomOf(file: string, rooms: Rooms): string | null {
  const fits = Object.keys(rooms).filter((room) => file === room || file.startsWith(`${room}/`));
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** What a file imports though its room may not, as `file → target`. */
export function strangers(file: string, source: string, rooms: Rooms): string[] {
  const room = roomOf(file, rooms);
  if (room === null) return [`${file} is in no room`];
  const doors = [room, ...(rooms[room] ?? [])];
  return imports(file, source)
    .filter((target) => !doors.some((door) => opens(door, target)))
    .map((target) => `${file} → ${target}`);
}

export function wordsOutOfPlace(file: string, source: string, pattern: RegExp): string[] {
  return source.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : []));
}

const IMPORTS = [/^\s*(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'/gm, /^\s*import\s+'([^']+)'/gm, /\b(?:require|import)\(\s*'([^']+)'/g];

function imports(file: string, source: string): string[] {
  const targets = IMPORTS.flatMap((form) => [...source.matchAll(form)].map(([, target = '']) => target));
  return targets.map((target) => (target.startsWith('.') ? posix.join(posix.dirname(file), target) : target));
}

function opens(door: Door, target: string): boolean {
  return door === '*' || target === door || target.startsWith(`${door}/`) || (door.endsWith(':') && target.startsWith(door));
}
