import { EntitySchema } from 'typeorm';
import { type Column, type Dialect, type Table, typeOf } from './columns';
import { TABLES } from './schema';

/** The tables as TypeORM knows them: for its schema builder, which compares them with what migrations made. */
export const entitiesFor = (dialect: Dialect): EntitySchema[] => TABLES.map((table) => entityOf(table, dialect));

export function columnsOf(table: Table<never>): [name: string, column: Column][] {
  return [...Object.entries<Column>(table.columns), ...Object.entries<Column>(table.derived), ...Object.entries(table.apart)];
}

function entityOf(table: Table<never>, dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: table.name,
    tableName: table.name,
    columns: Object.fromEntries(
      columnsOf(table).map(([name, column]) => [name, { ...typeOf(column, dialect), primary: table.primary.includes(name) }]),
    ),
    indices: table.indexes.map(({ name, on, unique = false }) => ({ name, columns: [...on], unique })),
  });
}
