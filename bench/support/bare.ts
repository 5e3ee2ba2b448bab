import { openDatabase, type Query } from '../../src/store/database';

// biome-ignore format: a table is read in columns
const TABLES = {
  bench_contacts: 'id varchar(32) primary key, phone varchar(64) not null unique, name varchar(255)',
  bench_tickets:  'id varchar(32) primary key, contactId varchar(32) not null unique, status varchar(32), at bigint',
  bench_messages: 'id varchar(32) primary key, ticketId varchar(32) not null, text varchar(255), at bigint',
};

let made = 0;

/** Contact, ticket, message and nothing else, in one transaction a batch: what this database could take a second at most. */
export async function bareFor(url: string, { batch, seconds }: { batch: number; seconds: number }): Promise<number> {
  const database = await openDatabase(url);
  for (const [name, columns] of Object.entries(TABLES))
    await database.transaction((query) => query(`create table if not exists ${name} (${columns})`));
  const began = performance.now();
  let stored = 0;
  while (performance.now() - began < seconds * 1000) {
    await database.transaction((query) => writeBatch(query, batch));
    stored += batch;
  }
  const perSecond = (stored / (performance.now() - began)) * 1000;
  for (const name of Object.keys(TABLES)) await database.transaction((query) => query(`drop table ${name}`));
  await database.close();
  return perSecond;
}

async function writeBatch(query: Query, batch: number): Promise<void> {
  const ids = Array.from({ length: batch }, () => String(++made).padStart(20, '0'));
  await insert(
    query,
    'bench_contacts',
    ids.map((id) => [id, `+${id}`, 'A customer with a name']),
  );
  await insert(
    query,
    'bench_tickets',
    ids.map((id) => [`t${id}`, id, 'pending', made]),
  );
  await insert(
    query,
    'bench_messages',
    ids.map((id) => [`m${id}`, `t${id}`, 'Hello, my order has not arrived yet. Could you please look where it is?', made]),
  );
}

function insert(query: Query, table: string, rows: readonly (readonly (string | number)[])[]) {
  const marks = rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
  return query(`insert into ${table} values ${marks}`, rows.flat());
}
