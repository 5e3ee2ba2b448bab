type Row = readonly [name: string, told: RegExp];

// Chrome's name stands in those of most others, and Safari's in Chrome's: the first that fits is it.
// biome-ignore format: a table is read in columns
const BROWSERS: readonly Row[] = [
  ['Edge',             /\bEdgA?(iOS)?\//],
  ['Opera',            /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox',          /\b(Firefox|FxiOS)\//],
  ['Chrome',           /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari',           /\bSafari\//],
];

// biome-ignore format: a table is read in columns
const SYSTEMS: readonly Row[] = [
  ['iPhone',   /\biPhone\b/],
  ['iPad',     /\biPad\b/],
  ['Android',  /\bAndroid\b/],
  ['Windows',  /\bWindows\b/],
  ['macOS',    /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux',    /\bLinux\b/],
];

const nameIn = (rows: readonly Row[], told: string): string | null => rows.find(([, pattern]) => pattern.test(told))?.[0] ?? null;

/** What people call a browser and the system that it runs on; null for what is neither known. */
export function browserNames(told: string | null): { readonly browser: string | null; readonly system: string | null } {
  return { browser: nameIn(BROWSERS, told ?? ''), system: nameIn(SYSTEMS, told ?? '') };
}
