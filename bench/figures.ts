import type { Dialect } from './support/place';

/** What is measured: its unit, and what it is to be on a machine of two cores. */
export interface Figure {
  readonly says: string;
  readonly unit: string;
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

const DATABASES: Record<Dialect, string> = { sqlite: 'SQLite', mysql: 'MariaDB' };

interface Aims {
  readonly known: number;
  readonly fresh: number;
  readonly ofStore: number;
  readonly p99: number;
  readonly cpu: number;
}

// biome-ignore format: a table is read in columns
const AIMS: Record<Dialect, Aims> = {
  sqlite: { known: 30, fresh: 25, ofStore: 60, p99: 40, cpu: 0.25 },
  mysql:  { known: 15, fresh: 15, ofStore: 50, p99: 50, cpu: 0.4 },
};

// biome-ignore format: a table is read in columns
const READINGS = {
  stages:   { says: 'stages now',                              atMost: 50 },
  live:     { says: 'queue and agents now',                    atMost: 50 },
  board:    { says: 'the board at a past moment',              atMost: 500 },
  past:     { says: 'stages at a past moment',                 atMost: 500 },
  summary:  { says: '90 days by day',                          atMost: 1000 },
  compared: { says: '90 days by day, with the 90 before',      atMost: 1000 },
} as const;

// biome-ignore format: a table is read in columns
const ofDatabase = (dialect: Dialect, { known, fresh, ofStore, p99, cpu }: Aims): [string, Figure][] => {
  const on = DATABASES[dialect];
  const inbound = (who: 'known' | 'new', ofAck: number): [string, Figure][] => [
    [`inbound.${dialect}.${who}`,          { says: `inbound, ${on}, ${who} customers, stored`,           unit: 'msg/s' }],
    [`inbound.${dialect}.${who}.ofAck`,    { says: `inbound, ${on}, ${who} customers, of the http rate`, unit: '%',  aim: { atLeast: ofAck } }],
    [`inbound.${dialect}.${who}.ofStore`,  { says: `inbound, ${on}, ${who} customers, of store-only`,    unit: '%',  aim: { atLeast: ofStore } }],
    [`inbound.${dialect}.${who}.p50`,      { says: `inbound, ${on}, ${who} customers, p50`,              unit: 'ms' }],
    [`inbound.${dialect}.${who}.p99`,      { says: `inbound, ${on}, ${who} customers, p99`,              unit: 'ms', aim: { atMost: p99 } }],
    [`inbound.${dialect}.${who}.cpu`,      { says: `inbound, ${on}, ${who} customers, CPU per message`,  unit: 'ms', aim: { atMost: cpu } }],
  ];
  return [
    [`limits.${dialect}.bare`,             { says: `three bare rows a message, batch 32, ${on}`,         unit: 'msg/s' }],
    [`limits.${dialect}.known`,            { says: `store-only, batch 32, ${on}, known customers`,       unit: 'msg/s' }],
    [`limits.${dialect}.new`,              { says: `store-only, batch 32, ${on}, new customers`,         unit: 'msg/s' }],
    ...inbound('known', known),
    ...inbound('new', fresh),
    [`statements.${dialect}.known`,        { says: `statements a batch, ${on}, known customers`,         unit: '', aim: { atMost: 15 } }],
    [`statements.${dialect}.new`,          { says: `statements a batch, ${on}, new customers`,           unit: '', aim: { atMost: 15 } }],
    [`outbound.${dialect}`,                { says: `outbound, ${on}, queued answers sent`,                    unit: 'msg/s', aim: { atLeast: 1500 } }],
    [`outbound.${dialect}.cpu`,            { says: `outbound, ${on}, CPU per message`,                        unit: 'ms' }],
    [`mixed.${dialect}.in`,                { says: `all at once, ${on}, customers' messages`,                 unit: 'msg/s' }],
    [`mixed.${dialect}.in.p99`,            { says: `all at once, ${on}, customers' messages, p99`,            unit: 'ms' }],
    [`mixed.${dialect}.out`,               { says: `all at once, ${on}, answers taken by the API`,            unit: 'msg/s' }],
    [`mixed.${dialect}.out.p99`,           { says: `all at once, ${on}, answers taken by the API, p99`,       unit: 'ms' }],
    [`mixed.${dialect}.sent`,              { says: `all at once, ${on}, answers sent`,                        unit: 'msg/s' }],
    [`mixed.${dialect}.receipts`,          { says: `all at once, ${on}, webhooks of receipts`,                unit: 'req/s' }],
    [`mixed.${dialect}.receipts.p99`,      { says: `all at once, ${on}, webhooks of receipts, p99`,           unit: 'ms' }],
    [`mixed.${dialect}.swept`,             { says: `all at once, ${on}, tickets swept`,                       unit: 'tickets/s' }],
    [`sweep.${dialect}`,                   { says: `sweep of due tickets, ${on}`,                        unit: 'tickets/s', aim: { atLeast: 6000 } }],
    [`deletion.${dialect}`,                { says: `a stage deleted, ${on}, its tickets moved`,          unit: 'tickets/s' }],
    [`deletion.${dialect}.answer`,         { says: `a stage deleted, ${on}, answered`,                   unit: 'ms' }],
    [`deletion.${dialect}.writes.p50`,     { says: `a stage deleted, ${on}, another's write, p50`,       unit: 'ms' }],
    [`deletion.${dialect}.writes.p99`,     { says: `a stage deleted, ${on}, another's write, p99`,       unit: 'ms' }],
    [`deletion.${dialect}.writes.worst`,   { says: `a stage deleted, ${on}, another's write, the slowest`, unit: 'ms', aim: { atMost: 250 } }],
    [`deletion.${dialect}.reads.worst`,    { says: `a stage deleted, ${on}, a list of Open, the slowest`, unit: 'ms' }],
    [`lists.${dialect}.first.p50`,         { says: `ticket list, ${on}, page 1, worst filter, p50`,      unit: 'ms', aim: { atMost: 3 } }],
    [`lists.${dialect}.first.p99`,         { says: `ticket list, ${on}, page 1, all filters, p99`,       unit: 'ms', aim: { atMost: 10 } }],
    [`lists.${dialect}.far.p50`,           { says: `ticket list, ${on}, page 100, worst filter, p50`,    unit: 'ms', aim: { atMost: 3 } }],
    [`lists.${dialect}.far.p99`,           { says: `ticket list, ${on}, page 100, all filters, p99`,     unit: 'ms', aim: { atMost: 10 } }],
    [`lists.${dialect}.other.p99`,         { says: `ticket list, ${on}, filters that no index leads, p99`, unit: 'ms', aim: { atMost: 30 } }],
    [`figures.${dialect}.fold`,            { says: `figures, ${on}, traces counted`,                     unit: 'traces/s' }],
    ...(['stages', 'live', 'board', 'past', 'summary', 'compared'] as const).flatMap((what): [string, Figure][] => [
      [`figures.${dialect}.${what}.p50`,   { says: `figures, ${on}, ${READINGS[what].says}, p50`,        unit: 'ms' }],
      [`figures.${dialect}.${what}.p99`,   { says: `figures, ${on}, ${READINGS[what].says}, p99`,        unit: 'ms', aim: { atMost: READINGS[what].atMost } }]]),
    [`figures.${dialect}.report`,          { says: `report of all tickets, ${on}`,                       unit: 'rows/s', aim: { atLeast: 50_000 } }],
    [`figures.${dialect}.report.memory`,   { says: `report of all tickets, ${on}, memory above idle`,    unit: 'MiB', aim: { atMost: 150 } }],
    [`figures.${dialect}.report.busy`,     { says: `report of all tickets, ${on}, while customers write`, unit: 'rows/s' }],
    [`figures.${dialect}.inbound.p99`,     { says: `a customer writes, ${on}, no report, p99`,           unit: 'ms' }],
    [`figures.${dialect}.inbound.p99.report`, { says: `a customer writes, ${on}, report meanwhile, p99`, unit: 'ms' }],
    [`figures.${dialect}.inbound.ratio`,   { says: `a customer writes, ${on}, p99 with a report against without`, unit: 'x', aim: { atMost: 2 } }],
    ...(['number', 'phone', 'name', 'text'] as const).map((what): [string, Figure] =>
      [`search.${dialect}.${what}`,        { says: `search by ${what}, ${on}, p99`,                      unit: 'ms', aim: { atMost: 100 } }]),
  ];
};

/** Every figure that a run can print, in its order. */
// biome-ignore format: a table is read in columns
export const FIGURES: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ['limits.ack',           { says: 'node:http + HMAC + JSON.parse, nothing stored', unit: 'req/s' }],
  ['limits.ack.cpu',       { says: 'node:http + HMAC + JSON.parse, CPU per request', unit: 'ms' }],
  ...ofDatabase('sqlite', AIMS.sqlite),
  ...ofDatabase('mysql', AIMS.mysql),
  ['start.ready',          { says: 'start to ready', unit: 's', aim: { atMost: 2 } }],
  ['start.memory',         { says: 'memory when idle', unit: 'MiB', aim: { atMost: 180 } }],
  ['start.cpu',            { says: 'CPU when idle', unit: '% of a core', aim: { atMost: 2 } }],
  ['logIn.known',          { says: 'a wrong password of an account that exists, mean of 50', unit: 'ms' }],
  ['logIn.unknown',        { says: 'a wrong password of one that does not, mean of 50', unit: 'ms' }],
  ['logIn.apart',          { says: 'how far these are apart', unit: '%', aim: { atMost: 10 } }],
  ['live.p50',             { says: 'commit to shown, 200 web apps, 500 msg/s, p50', unit: 'ms' }],
  ['live.p99',             { says: 'commit to shown, 200 web apps, 500 msg/s, p99', unit: 'ms', aim: { atMost: 250 } }],
  ['live.bytes',           { says: 'what a web app receives meanwhile', unit: 'KiB/s' }],
  ['live.cpu',             { says: 'CPU of the desk meanwhile', unit: '% of a core' }],
  ['browser.open',            { says: 'browser: address to first ticket, reacting', unit: 'ms', aim: { atMost: 1000 } }],
  ['browser.open.cpu',        { says: 'browser: CPU of the page for that', unit: 'ms' }],
  ['browser.cold.p50',        { says: 'browser: key to next conversation, not read yet, p50', unit: 'ms' }],
  ['browser.cold.p99',        { says: 'browser: key to next conversation, not read yet, p99', unit: 'ms', aim: { atMost: 100 } }],
  ['browser.warm.p50',        { says: 'browser: key to conversation just open, p50', unit: 'ms' }],
  ['browser.warm.p99',        { says: 'browser: key to conversation just open, p99', unit: 'ms', aim: { atMost: 100 } }],
  ['browser.scroll.longest',  { says: 'browser: 10,000 rows, longest task', unit: 'ms', aim: { atMost: 50 } }],
  ['browser.scroll.cpu',      { says: 'browser: 10,000 rows, longest task, CPU', unit: 'ms', aim: { atMost: 50 } }],
  ['browser.changes.longest', { says: 'browser: 200 changes/s, longest task', unit: 'ms', aim: { atMost: 50 } }],
  ['browser.changes.cpu',     { says: 'browser: 200 changes/s, longest task, CPU', unit: 'ms', aim: { atMost: 50 } }],
  ['browser.changes.p99',     { says: 'browser: 200 changes/s, tasks, p99', unit: 'ms' }],
  ['browser.changes.busy',    { says: 'browser: 200 changes/s, CPU of the page', unit: '% of a core' }],
  ['browser.changes.moves',   { says: 'browser: 200 changes/s, moves under the pointer', unit: '', aim: { atMost: 0 } }],
  ['two.one',              { says: 'one instance on MariaDB, known customers', unit: 'msg/s' }],
  ['two.both',             { says: 'two instances on one MariaDB', unit: 'msg/s' }],
  ['two.ratio',            { says: 'two instances against one', unit: 'x', aim: { atLeast: 1.2 } }],
  ['two.deadlocks',        { says: 'deadlocks with two instances', unit: '', aim: { atMost: 0 } }],
]);

/** null when there is no aim, or nothing was measured. */
export function isMet({ aim }: Figure, value: number): boolean | null {
  if (!aim || Number.isNaN(value)) return null;
  return 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost;
}
