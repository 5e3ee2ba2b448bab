import { parseArgs } from 'node:util';

export interface Options {
  /** The same seed, the same people and words. */
  readonly seed: string;
  readonly customers: number;
  /** Milliseconds until it ends by itself; null = when it is told to. */
  readonly length: number | null;
  /** How many times faster than usual. */
  readonly pace: number;
  /** Where the desk listens; 0 takes a free port. */
  readonly port: number;
}

export class Misread extends Error {}

export const USAGE = `npm run demo -- [--seed <word>] [--customers <1 to 50>] [--for <30s, 5m, 1h>] [--pace <1 to 10>] [--port <0 to 65535>]`;

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Throws `Misread` with what was found and what is expected. */
export function readOptions(args: readonly string[]): Options {
  const { seed, customers, for: length, pace, port } = valuesIn(args);
  return {
    seed,
    customers: numberIn('customers', customers, 1, 50),
    length: length === undefined ? null : durationIn(length),
    pace: numberIn('pace', pace, 1, 10),
    port: numberIn('port', port, 0, 65_535),
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: 'casa-lumen' },
        customers: { type: 'string', default: '10' },
        for: { type: 'string' },
        pace: { type: 'string', default: '1' },
        port: { type: 'string', default: '0' },
      },
    }).values;
  } catch (error) {
    throw new Misread(error instanceof Error ? error.message : String(error));
  }
}

function numberIn(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Misread(`--${name}: found ${text}, expected a whole number from ${least} to ${most}`);
  return number;
}

function durationIn(text: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  if (count === undefined) throw new Misread(`--for: found ${text}, expected a length like 30s, 5m or 1h`);
  return Number(count) * (UNITS[unit] ?? 0);
}
